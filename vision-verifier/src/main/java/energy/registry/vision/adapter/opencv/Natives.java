package energy.registry.vision.adapter.opencv;

import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.opencv.global.opencv_core;

/** What is set once for each native library: no chatter on standard error, and one thread. */
final class Natives {
    private static boolean quiet;
    private static boolean single;

    private Natives() {}

    static synchronized void quietFfmpeg() {
        if (!quiet) {
            avutil.av_log_set_level(avutil.AV_LOG_QUIET);
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
