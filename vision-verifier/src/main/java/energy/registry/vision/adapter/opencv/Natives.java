package energy.registry.vision.adapter.opencv;

import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.opencv.global.opencv_core;

/** What is set once for each native library: one budget, no chatter on standard error, and one thread. */
final class Natives {
    /** Resident memory of the process above which native allocations are refused: the whole verifier in one GiB. */
    private static final String RESIDENT_MAX = "1g";

    /** No single native block is larger: the planes of a 4096 x 4096 picture fit, those of a bomb do not. */
    private static final long BLOCK_BYTES_MAX = 64L << 20;

    private static boolean quiet;
    private static boolean single;

    static {
        // Read when the first native class is loaded, so it is set before any of them is touched.
        if (System.getProperty("org.bytedeco.javacpp.maxPhysicalBytes") == null) {
            System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", RESIDENT_MAX);
        }
    }

    private Natives() {}

    static synchronized void quietFfmpeg() {
        if (!quiet) {
            avutil.av_log_set_level(avutil.AV_LOG_QUIET);
            avutil.av_max_alloc(BLOCK_BYTES_MAX);
            quiet = true;
        }
    }

    static synchronized void singleThreadedOpenCv() {
        if (!single) {
            opencv_core.setNumThreads(1);
            single = true;
        }
    }
}
