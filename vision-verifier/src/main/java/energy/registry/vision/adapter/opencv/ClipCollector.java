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
    /** A minute at 30 frames a second: 140 MB at working size. */
    private static final int FRAMES_MAX = 1_800;

    /** Longer clips are measured by their beginning. */
    private static final long MICROS_MAX = 120_000_000;

    /** Two seconds apart: no more than 60 colour frames are held. */
    private static final long KEY_FRAME_MICROS = 2_000_000;

    /** Frames that come a little early for the wanted rate still count. */
    private static final double EARLY = 0.8;

    private final Scaling scaling;
    private final double spacingMicros;
    private final List<GreyFrame> frames = new ArrayList<>();
    private final List<ColourFrame> keyFrames = new ArrayList<>();
    private int decoded;
    private long first;
    private long latest = Long.MIN_VALUE;
    private boolean cut;

    ClipCollector(Scaling scaling, double fpsWanted) {
        this.scaling = scaling;
        this.spacingMicros = EARLY * 1e6 / fpsWanted;
    }

    boolean wantsMore() {
        cut = frames.size() >= FRAMES_MAX || !frames.isEmpty() && latest - first > MICROS_MAX;
        return !cut;
    }

    void add(Frame frame) {
        decoded++;
        long micros = frame.timestamp;
        if (frames.isEmpty()) {
            first = micros;
        } else if (micros - latest < spacingMicros) {
            return;
        }
        latest = micros;
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

    FootageSource.Answer finish(String format, String codec, int width, int height, double declaredFps) {
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
                (latest - first) / 1e6,
                scaling.factor(),
                cut);
        return new FootageSource.Decoded(new Clip(frames, keyFrames, facts));
    }
}
