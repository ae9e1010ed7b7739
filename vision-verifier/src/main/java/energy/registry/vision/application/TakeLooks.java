package energy.registry.vision.application;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks through the streams of the listed cameras when their moments come, some at a time. */
public final class TakeLooks implements AutoCloseable {
    /** Two looks of some four seconds of measuring each in a quarter of an hour leave half of the worker to signed clips. */
    static final int CAMERAS_MAX = 64;

    /** Of 64 cameras three are recorded at a time on the average; more than eight in one of 10,000 moments or so. */
    static final int SIDE_BY_SIDE_MAX = 8;

    private static final String TOO_MANY_AT_A_TIME = "TOO_MANY_AT_A_TIME";
    private static final String TOO_LATE = "TOO_LATE";
    private static final String BROKEN = "BROKEN";
    private static final long TICK_MILLIS = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(TakeLooks.class);

    private final CameraList cameras;
    private final LookPlans plans;
    private final TakeOwnClip clips;
    private final Clock clock;
    private final ScheduledExecutorService ticks =
            Executors.newSingleThreadScheduledExecutor(run -> daemon(run, "look-times"));
    private final ExecutorService recorders = new ThreadPoolExecutor(
            0,
            SIDE_BY_SIDE_MAX,
            TICK_MILLIS,
            TimeUnit.MILLISECONDS,
            new SynchronousQueue<>(),
            run -> daemon(run, "look"));

    /** @throws IllegalArgumentException when more cameras are listed than can be looked through */
    public TakeLooks(CameraList cameras, LookPlans plans, TakeOwnClip clips, Clock clock) {
        if (cameras.cameras().size() > CAMERAS_MAX) {
            throw new IllegalArgumentException(
                    "cameras.list: " + cameras.cameras().size() + " cameras; at most " + CAMERAS_MAX
                            + " are looked through by one verifier, so start another for the rest");
        }
        this.cameras = cameras;
        this.plans = plans;
        this.clips = clips;
        this.clock = clock;
    }

    private static Thread daemon(Runnable run, String name) {
        Thread thread = new Thread(run, name);
        thread.setDaemon(true);
        return thread;
    }

    public void start() {
        if (!cameras.cameras().isEmpty()) {
            ticks.scheduleWithFixedDelay(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Begins the looks whose moment has come. */
    void tick() {
        Instant now = clock.instant();
        for (String camera : cameras.cameras()) {
            try {
                plans.due(camera, now).forEach(look -> begin(look, now));
            } catch (IOException | RuntimeException broken) {
                LOG.error("the looks through {} could not be planned; tried again in a second", camera, broken);
            }
        }
    }

    private void begin(LookPlans.Look look, Instant now) {
        if (look.moment().plus(LookPlans.LATE_MAX).isBefore(now)) {
            clips.missed(look, TOO_LATE, "it is " + now);
            return;
        }
        try {
            recorders.execute(() -> take(look));
        } catch (RejectedExecutionException busy) {
            clips.missed(look, TOO_MANY_AT_A_TIME, SIDE_BY_SIDE_MAX + " are being recorded");
        }
    }

    private void take(LookPlans.Look look) {
        try {
            clips.take(look);
        } catch (IOException | RuntimeException | OutOfMemoryError broken) {
            // The native budget ends in an OutOfMemoryError: it is this look's failure, not the service's.
            LOG.error("the look through {} at {} broke", look.cameraId(), look.moment(), broken);
            clips.missed(look, BROKEN, broken.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        ticks.shutdownNow();
        recorders.shutdownNow();
    }
}
