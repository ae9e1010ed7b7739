package energy.registry.web.config;

import energy.registry.web.application.office.Deliver;
import energy.registry.web.application.office.SpreadNews;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Spreads the news and delivers letters as long as the application is up. */
@WebListener
public class OfficeWorker implements ServletContextListener {
    private static final Logger LOG = LoggerFactory.getLogger(OfficeWorker.class);
    private static final Duration PAUSE = Duration.ofSeconds(3); // news may be that old
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(8); // a process must end within 10 s

    @Inject
    private SpreadNews news;

    @Inject
    private Deliver deliver;

    private Thread thread;
    private volatile boolean stopping;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        thread = new Thread(this::run, "office-worker");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        stopping = true;
        thread.interrupt();
        try {
            thread.join(STOP_PATIENCE.toMillis());
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopping) {
            try {
                if (news.step() + deliver.step() == 0) {
                    Thread.sleep(PAUSE.toMillis());
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException broken) { // outermost edge of this thread: tell, wait, try again
                LOG.error("News could not be spread; trying again", broken);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
