package energy.registry.vision.application;

import energy.registry.vision.port.ClipStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes raw clips after their time; records, pictures and signed verdicts stay, and with them every proof. */
public final class ForgetFootage implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ForgetFootage.class);
    private static final long HOURS = 1;

    private final ClipStore store;
    private final VisionFigures figures;
    private final Clock clock;
    private final Duration keep;
    private final ScheduledExecutorService hourly = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread thread = new Thread(run, "forget-footage");
        thread.setDaemon(true);
        return thread;
    });

    /** @param keep how long clips are kept; nought keeps them for ever */
    public ForgetFootage(ClipStore store, VisionFigures figures, Clock clock, Duration keep) {
        this.store = store;
        this.figures = figures;
        this.clock = clock;
        this.keep = keep;
    }

    public void start() {
        if (!keep.isZero()) {
            hourly.scheduleWithFixedDelay(this::run, 0, HOURS, TimeUnit.HOURS);
        }
    }

    private void run() {
        try {
            int deleted = store.forgetFootageBefore(clock.instant().minus(keep));
            figures.footageDeleted(deleted);
            if (deleted > 0) {
                LOG.info("{} clips older than {} days deleted; their records stay", deleted, keep.toDays());
            }
        } catch (IOException | RuntimeException broken) {
            LOG.error("old clips could not be deleted; tried again in an hour", broken);
        }
    }

    @Override
    public void close() {
        hourly.shutdownNow();
    }
}
