package energy.registry.vision.adapter.opencv;

import energy.registry.vision.footage.ColourFrame;
import energy.registry.vision.footage.PictureSize;
import energy.registry.vision.footage.Region;
import energy.registry.vision.port.PictureReader;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Pictures of people by OpenCV, brought to the working size of clips. */
public final class OpenCvPictureReader implements PictureReader {
    private static final int SIDE_MAX = 4_096; // as of clips
    private static final long PIXELS_MAX = 4_096L * 2_304;
    private static final int SIDE_MIN = 64;

    @Override
    public Answer read(byte[] file) {
        if (file.length == 0 || file.length > BYTES_MAX) {
            return new Refused("picture: " + file.length + " bytes; send a JPEG or PNG of 1 to " + BYTES_MAX);
        }
        Optional<PictureSize> size = PictureHeader.sizeOf(file);
        if (size.isEmpty()) {
            return new Refused(
                    "picture: the bytes are neither a JPEG nor a PNG picture; send one that the camera took");
        }
        int width = size.get().width();
        int height = size.get().height();
        boolean fits = Math.min(width, height) >= SIDE_MIN && Math.max(width, height) <= SIDE_MAX;
        if (!fits || (long) width * height > PIXELS_MAX) {
            return new Refused("picture: " + width + " x " + height + " pixels; send one of " + SIDE_MIN + " to "
                    + SIDE_MAX + " a side and at most 9.4 million in all, as the camera's clips have");
        }
        Natives.singleThreadedOpenCv();
        try (PointerScope scope = new PointerScope()) {
            Mat colour = opencv_imgcodecs.imdecode(new Mat(new BytePointer(file)), READ_AS_IT_LIES);
            if (colour.empty() || colour.cols() != width || colour.rows() != height) {
                return new Refused(
                        "picture: " + width + " x " + height + " were announced and cannot be unpacked; send it again");
            }
            return new Read(size.get(), working(colour, width, height));
        } catch (RuntimeException broken) {
            return new Refused("picture: it cannot be unpacked; send it again");
        }
    }

    /** Marks are made on the pixels as they lie in the file: no turning by the camera's note of its attitude. */
    private static final int READ_AS_IT_LIES =
            opencv_imgcodecs.IMREAD_COLOR | opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;

    private static ColourFrame working(Mat colour, int width, int height) {
        Scaling scaling = Scaling.of(width, height, new Region(0, 0, width, height), FfmpegFootageSource.WORKING_SIDE);
        Mat small = new Mat();
        opencv_imgproc.resize(
                colour, small, new Size(scaling.width(), scaling.height()), 0, 0, opencv_imgproc.INTER_AREA);
        Mat planes = new Mat();
        opencv_imgproc.cvtColor(small, planes, opencv_imgproc.COLOR_BGR2YUV_I420);
        byte[] bytes = new byte[scaling.width() * scaling.height() * 3 / 2];
        planes.data().get(bytes);
        return new ColourFrame(scaling.width(), scaling.height(), bytes, 0);
    }
}
