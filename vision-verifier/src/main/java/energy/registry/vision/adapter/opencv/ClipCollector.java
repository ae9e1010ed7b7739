package energy.registry.vision.adapter.opencv;

import energy.registry.vision.footage.Clip;
import energy.registry.vision.footage.ClipFacts;
import energy.registry.vision.footage.ColourFrame;
import energy.registry.vision.footage.FootageRefusal;
import energy.registry.vision.footage.GreyFrame;
import energy.registry.vision.port.FootageSource;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacv.Frame;

/** Copies what is needed out of native frames, up to a bound. */
final class ClipCollector {
    /** A minute at 30 frames a second. */
    private static final int FRAMES_MAX = 1_800;

    /** All kept frames together, bytes: a minute of 320 x 180 at 30 frames a second. */
    private static final long KEPT_BYTES_MAX = 104_000_000;

    /** Two minutes at 240 frames a second. */
    private static final int DECODED_MAX = 28_800;

    /** Pixels decoded for one clip: a minute of 4096 x 2304 at 25 frames a second, some 15 s of one core. */
    private static final long DECODED_PIXELS_MAX = 14_200_000_000L;

    /** Longer clips are measured by their beginning. */
    private static final long MICROS_MAX = 120_000_000;

    /** Two seconds apart: no more than 60 colour frames are held. */
    private static final long KEY_FRAME_MICROS = 2_000_000;

    /** Frames that come a little early for the wanted rate still count. */
    private static final double EARLY = 0.8;

    private final Scaling scaling;
    private final double spacingMicros;
    private final int framesMax;
    private final long decodedMax;
    private final List<GreyFrame> frames = new ArrayList<>();
    private final List<ColourFrame> keyFrames = new ArrayList<>();
    private int decoded;
    private long first;
    private double due;
    private long latest = Long.MIN_VALUE;
    private boolean cut;

    ClipCollector(Scaling scaling, double fpsWanted, long sourcePixels) {
        this.scaling = scaling;
        this.spacingMicros = EARLY * 1e6 / fpsWanted;
        long kept = (long) scaling.keptWidth() * scaling.keptHeight();
        framesMax = (int) Math.min(FRAMES_MAX, KEPT_BYTES_MAX / kept);
        decodedMax = Math.min(DECODED_MAX, DECODED_PIXELS_MAX / sourcePixels);
    }

    boolean wantsMore() {
        boolean full = frames.size() >= framesMax || decoded >= decodedMax;
        cut = full || !frames.isEmpty() && latest - first > MICROS_MAX;
        return !cut;
    }

    void add(Frame frame) {
        decoded++;
        long micros = frame.timestamp;
        if (frames.isEmpty()) {
            first = micros;
            due = micros;
        } else if (micros <= latest || micros < due) {
            return;
        }
        latest = micros;
        // Uneven frames are early and late in turn: what counts is the mean rate.
        due = Math.max(due, micros - spacingMicros) + spacingMicros;
        byte[] grey = new byte[scaling.keptWidth() * scaling.keptHeight()];
        ByteBuffer source = (ByteBuffer) frame.image[0];
        copy(source, 0, frame.imageStride, 1, grey, 0);
        frames.add(new GreyFrame(scaling.keptWidth(), scaling.keptHeight(), grey, micros));
        if (keyFrames.isEmpty() || micros - keyFrames.get(keyFrames.size() - 1).timestampMicros() >= KEY_FRAME_MICROS) {
            keyFrames.add(colour((AVFrame) frame.opaque, grey, micros));
        }
    }

    private ColourFrame colour(AVFrame picture, byte[] grey, long micros) {
        byte[] planes = new byte[grey.length * 3 / 2];
        System.arraycopy(grey, 0, planes, 0, grey.length);
        for (int plane = 1; plane <= 2; plane++) {
            int stride = picture.linesize(plane);
            ByteBuffer samples = new BytePointer(picture.data(plane))
                    .capacity((long) stride * (scaling.height() / 2))
                    .asByteBuffer();
            copy(samples, 0, stride, 2, planes, grey.length * (3 + plane) / 4);
        }
        return new ColourFrame(scaling.keptWidth(), scaling.keptHeight(), planes, micros);
    }

    private void copy(ByteBuffer source, int start, int stride, int divide, byte[] target, int offset) {
        int width = scaling.keptWidth() / divide;
        for (int y = 0; y < scaling.keptHeight() / divide; y++) {
            int row = start + (scaling.top() / divide + y) * stride + scaling.left() / divide;
            source.get(row, target, offset + y * width, width);
        }
    }

    /** @param listed frames that the container says it holds; 0 when it does not say */
    FootageSource.Answer finish(String format, String codec, int width, int height, double declaredFps, long listed) {
        if (frames.isEmpty()) {
            return new FootageSource.Refused(FootageRefusal.NO_FRAMES, decoded + " frames decoded");
        }
        ClipFacts facts = new ClipFacts(
                String.valueOf(format),
                String.valueOf(codec),
                width,
                height,
                declaredFps,
                decoded,
                cut ? 0 : (int) Math.max(0, Math.min(Integer.MAX_VALUE, listed - decoded)),
                (latest - first) / 1e6,
                scaling.factor(),
                cut);
        return new FootageSource.Decoded(new Clip(frames, keyFrames, facts));
    }
}
