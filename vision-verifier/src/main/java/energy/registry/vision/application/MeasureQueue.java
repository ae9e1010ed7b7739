package energy.registry.vision.application;

import energy.registry.domain.evidence.SignedRecord;
import energy.registry.vision.port.ClipStore;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Clips that wait for their measurement, and the one worker that makes it. What waits, waits on disk. */
public final class MeasureQueue {
    /** At two seconds a clip, the last one waits less than ten minutes. */
    public static final int WAITING_MAX = 256;

    private static final Logger LOG = LoggerFactory.getLogger(MeasureQueue.class);
    private static final long LOOK_MILLIS = 250;
    private static final long AGAIN_MILLIS = 1_000;

    private final BlockingQueue<SignedRecord> waiting = new LinkedBlockingQueue<>();
    private final Semaphore places = new Semaphore(WAITING_MAX);
    private final JudgeClip judge;
    private final VisionFigures figures;
    private final Thread worker = new Thread(this::work, "measure");
    private volatile boolean ending;

    public MeasureQueue(JudgeClip judge, VisionFigures figures) {
        this.judge = judge;
        this.figures = figures;
    }

    /** Takes up what waited when the process last ended, then begins. */
    public void start(ClipStore store) throws IOException {
        waiting.addAll(store.waiting());
        places.drainPermits();
        places.release(Math.max(0, WAITING_MAX - waiting.size()));
        worker.start();
    }

    /** The clip at hand is finished by a later start. */
    public void end(long millis) throws InterruptedException {
        ending = true;
        worker.join(millis);
    }

    boolean reserve() {
        return places.tryAcquire();
    }

    void add(SignedRecord capture) {
        waiting.add(capture);
    }

    public int depth() {
        return waiting.size();
    }

    public boolean isAlive() {
        return worker.isAlive();
    }

    private void work() {
        while (!ending) {
            try {
                SignedRecord next = waiting.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    judge(next);
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void judge(SignedRecord capture) throws InterruptedException {
        try {
            if (!judge.judge(capture)) {
                waiting.add(capture);
                Thread.sleep(LOOK_MILLIS);
                return;
            }
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError broken) {
            // The native budget ends in an OutOfMemoryError: it is this clip's failure, not the service's.
            LOG.error("clip of capture {} could not be measured; it is tried again", capture.digest(), broken);
            figures.failed();
            waiting.add(capture);
            Thread.sleep(AGAIN_MILLIS);
            return;
        }
        places.release();
    }
}
