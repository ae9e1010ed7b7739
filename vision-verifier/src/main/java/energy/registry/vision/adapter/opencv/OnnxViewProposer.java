package energy.registry.vision.adapter.opencv;

import energy.registry.domain.encoding.Digest;
import energy.registry.vision.commission.Proposal;
import energy.registry.vision.commission.View;
import energy.registry.vision.footage.ColourFrame;
import energy.registry.vision.footage.Outline;
import energy.registry.vision.footage.Place;
import energy.registry.vision.port.ViewProposer;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_dnn.Net;

/**
 * A detector that the operator gives as an ONNX file, pinned by its digest, run by OpenCV. Input: one picture of 1 x 3 x
 * 640 x 640, red, green, blue, 0 to 1, stretched. Output: rows of six numbers, left, top, right, bottom as parts of the
 * picture, confidence, and class: 0 a rotor, 1 panels.
 */
public final class OnnxViewProposer implements ViewProposer {
    /** A large detector in half precision; more is no proposer. */
    static final long BYTES_MAX = 256L << 20;

    static final int SIDE = 640;
    static final double CONFIDENCE_MIN = 0.25;

    private static final int ROW = 6;
    private static final int ROWS_MAX = 100_000;
    private static final int BLADES_USUAL = 3;

    private final Net net;
    private final Digest digest;

    private OnnxViewProposer(Net net, Digest digest) {
        this.net = net;
        this.digest = digest;
    }

    /**
     * Reads the file once: the bytes that were hashed are the bytes that are run.
     *
     * @throws IllegalArgumentException when the digest differs, or the model does not answer as it has to
     */
    public static OnnxViewProposer open(Path file, Digest pinned) throws IOException {
        if (Files.size(file) > BYTES_MAX) {
            throw new IllegalArgumentException(
                    file.getFileName() + ": " + Files.size(file) + " bytes; a model has at most " + BYTES_MAX);
        }
        byte[] bytes = Files.readAllBytes(file);
        Digest found = Digest.sha(bytes);
        if (!found.equals(pinned)) {
            throw new IllegalArgumentException(file.getFileName() + ": its SHA-256 is " + found + ", pinned is "
                    + pinned + "; restore the file, or pin the new one after looking at it");
        }
        Natives.singleThreadedOpenCv();
        OnnxViewProposer proposer;
        try (BytePointer model = new BytePointer(bytes)) {
            proposer = new OnnxViewProposer(opencv_dnn.readNetFromONNX(model, bytes.length), found);
            proposer.smoke();
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException(
                    file.getFileName() + ": OpenCV cannot run it as a detector of rows of " + ROW + " numbers",
                    unreadable);
        }
        return proposer;
    }

    /** A grey picture, to see at once whether the model runs and answers in rows. */
    private void smoke() {
        byte[] grey = new byte[64 * 64 * 3 / 2];
        java.util.Arrays.fill(grey, (byte) 128);
        rows(new ColourFrame(64, 64, grey, 0));
    }

    @Override
    public String version() {
        return "onnx " + digest;
    }

    @Override
    public List<Proposal> propose(ColourFrame frame, Kind kind) {
        List<Proposal> proposals = new ArrayList<>();
        for (float[] row : rows(frame)) {
            boolean wanted = Math.round(row[5]) == kind.ordinal() && row[4] >= CONFIDENCE_MIN && row[4] <= 1;
            double left = clipped(row[0]) * frame.width();
            double top = clipped(row[1]) * frame.height();
            double right = clipped(row[2]) * frame.width();
            double bottom = clipped(row[3]) * frame.height();
            if (wanted && right > left && bottom > top) {
                proposals.add(new Proposal(view(kind, left, top, right, bottom), row[4]));
            }
        }
        proposals.sort((a, b) -> Double.compare(b.confidence(), a.confidence()));
        return proposals;
    }

    private static View view(Kind kind, double left, double top, double right, double bottom) {
        if (kind == Kind.ROTOR) {
            return new View.RotorView(
                    new Place((left + right) / 2, (top + bottom) / 2),
                    Math.max(right - left, bottom - top) / 2,
                    BLADES_USUAL);
        }
        return new View.PanelView(new Outline(List.of(
                new Place(left, top), new Place(right, top), new Place(right, bottom), new Place(left, bottom))));
    }

    private static double clipped(float part) {
        return Float.isFinite(part) ? Math.max(0, Math.min(1, part)) : 0;
    }

    private synchronized List<float[]> rows(ColourFrame frame) {
        try (PointerScope scope = new PointerScope()) {
            Mat planes = new Mat(
                    frame.height() * 3 / 2, frame.width(), opencv_core.CV_8UC1, new BytePointer(frame.planes()));
            Mat colour = new Mat();
            opencv_imgproc.cvtColor(planes, colour, opencv_imgproc.COLOR_YUV2BGR_I420);
            Mat input = opencv_dnn.blobFromImage(
                    colour, 1 / 255.0, new Size(SIDE, SIDE), new Scalar(0.0), true, false, opencv_core.CV_32F);
            net.setInput(input);
            Mat output = net.forward();
            long numbers = output.total();
            if (output.depth() != opencv_core.CV_32F || numbers % ROW != 0 || numbers / ROW > ROWS_MAX) {
                throw new IllegalArgumentException("the model answers " + numbers + " numbers, not rows of " + ROW);
            }
            FloatBuffer values = output.createBuffer();
            List<float[]> rows = new ArrayList<>();
            for (long i = 0; i < numbers / ROW; i++) {
                float[] row = new float[ROW];
                values.get(row);
                rows.add(row);
            }
            return rows;
        }
    }
}
