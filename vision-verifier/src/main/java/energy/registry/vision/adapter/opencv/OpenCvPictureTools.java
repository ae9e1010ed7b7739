package energy.registry.vision.adapter.opencv;

import energy.registry.vision.footage.ColourFrame;
import energy.registry.vision.footage.GreyFrame;
import energy.registry.vision.guard.Shift;
import energy.registry.vision.port.PictureTools;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point2d;
import org.bytedeco.opencv.opencv_core.Size;

/** Picture arithmetic and files by OpenCV; every native object lives inside one call's scope. */
public final class OpenCvPictureTools implements PictureTools {
    private static final int JPEG_QUALITY = 85;

    @Override
    public List<Shift> shifts(GreyFrame first, List<GreyFrame> others) {
        Natives.singleThreadedOpenCv();
        List<Shift> shifts = new ArrayList<>();
        try (PointerScope scope = new PointerScope()) {
            Mat window = new Mat();
            opencv_imgproc.createHanningWindow(window, new Size(first.width(), first.height()), opencv_core.CV_32F);
            Mat reference = asFloat(first);
            for (GreyFrame other : others) {
                shifts.add(shift(reference, asFloat(other), window));
            }
        }
        return shifts;
    }

    private static Shift shift(Mat reference, Mat other, Mat window) {
        double[] response = new double[1];
        try (DoublePointer answer = new DoublePointer(1)) {
            Point2d moved = opencv_imgproc.phaseCorrelate(reference, other, window, answer);
            response[0] = answer.get();
            return new Shift(moved.x(), moved.y(), response[0]);
        }
    }

    private static Mat asFloat(GreyFrame frame) {
        Mat bytes = new Mat(frame.height(), frame.width(), opencv_core.CV_8UC1, new BytePointer(frame.pixels()));
        Mat floats = new Mat();
        bytes.convertTo(floats, opencv_core.CV_32F);
        return floats;
    }

    @Override
    public byte[] png(int width, int height, byte[] pixels) {
        Natives.singleThreadedOpenCv();
        try (PointerScope scope = new PointerScope()) {
            return encode(
                    ".png", new Mat(height, width, opencv_core.CV_8UC1, new BytePointer(pixels)), new IntPointer());
        }
    }

    @Override
    public byte[] jpeg(ColourFrame frame) {
        Natives.singleThreadedOpenCv();
        try (PointerScope scope = new PointerScope()) {
            Mat planes = new Mat(
                    frame.height() * 3 / 2, frame.width(), opencv_core.CV_8UC1, new BytePointer(frame.planes()));
            Mat colour = new Mat();
            opencv_imgproc.cvtColor(planes, colour, opencv_imgproc.COLOR_YUV2BGR_I420);
            return encode(".jpg", colour, new IntPointer(opencv_imgcodecs.IMWRITE_JPEG_QUALITY, JPEG_QUALITY));
        }
    }

    private static byte[] encode(String kind, Mat picture, IntPointer options) {
        BytePointer file = new BytePointer();
        if (!opencv_imgcodecs.imencode(kind, picture, file, options)) {
            throw new IllegalStateException("OpenCV could not write a " + kind + " picture");
        }
        byte[] bytes = new byte[(int) file.limit()];
        file.get(bytes);
        return bytes;
    }

    @Override
    public String version() {
        return "OpenCV " + opencv_core.getVersionString().getString();
    }
}
