package energy.registry.web.config;

import energy.registry.web.application.FollowLedger;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the following of the ledger as long as the application is up, and says when the ledger is out of reach and when it is back. */
@WebListener
public class LedgerFollower implements ServletContextListener {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerFollower.class);
    private static final Duration PAUSE = Duration.ofSeconds(2); // between tries when the gateway does not answer
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(8); // a process must end within 10 s

    @Inject
    private FollowLedger follow;

    @Inject
    private WebConfig config;

    private Thread thread;
    private volatile boolean stopping;
    private boolean outOfReach;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        LOG.info("Serving with {}", config);
        thread = new Thread(this::run, "ledger-follower");
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
                tell(follow.step());
            } catch (RuntimeException broken) { // outermost edge of this thread: tell, wait, try again
                if (!stopping) {
                    LOG.error("The read model could not follow the ledger; trying again", broken);
                    pause();
                }
            }
        }
    }

    private void tell(Outcome<Integer> step) {
        if (step.isDone() == outOfReach) {
            outOfReach = !outOfReach;
            LOG.warn("Ledger feed: {}", step.whyNot().map(Refusal::detail).orElse("answers again"));
        }
        if (outOfReach) {
            pause();
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
