package energy.registry.ops.twin;

import energy.registry.ops.device.ServiceAddresses;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the digital twin; ends cleanly on SIGTERM. */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final int EXIT_UNUSABLE = 2;
    private static final int EXIT_BROKEN = 1;

    /** The launcher waits ten seconds for an end; what is in flight is in the journal and goes out at the next start. */
    private static final long END_MILLIS = 8_000;

    private Main() {}

    public static void main(String[] args) {
        ServiceAddresses services;
        try {
            services = ServiceAddresses.from(System.getenv());
        } catch (IllegalArgumentException unusable) {
            System.err.println(unusable.getMessage());
            System.exit(EXIT_UNUSABLE);
            return;
        }
        System.exit(run(new Twin(services, Clock.systemUTC()), services.statusPort()));
    }

    private static int run(Twin twin, int port) {
        Thread life = Thread.currentThread();
        CountDownLatch ended = new CountDownLatch(1);
        try {
            StatusPage page = StatusPage.open(twin, port);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(life, page, ended), "end"));
            twin.live();
        } catch (InterruptedException | InterruptedIOException asked) {
            LOG.info("asked to end");
        } catch (IOException e) {
            LOG.error("the twin cannot go on: {}", e.getMessage(), e);
            return EXIT_BROKEN;
        } finally {
            twin.close();
            ended.countDown();
        }
        return 0;
    }

    private static void end(Thread life, StatusPage page, CountDownLatch ended) {
        page.close();
        life.interrupt();
        try {
            if (!ended.await(END_MILLIS, TimeUnit.MILLISECONDS)) {
                System.err.println("the twin did not end in time; its journals are whole");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
