package energy.registry.vision.adapter.opencv;

import energy.registry.vision.footage.FootageRefusal;
import energy.registry.vision.footage.Region;
import energy.registry.vision.port.FootageSource;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;

/** Decodes files by FFmpeg, already scaled to working size. Opens nothing but the file it is given. */
public final class FfmpegFootageSource implements FootageSource {
    /** Longer side of the frames that are kept: rotors of 6 pixels can be measured, and a clip fits in memory. */
    static final int WORKING_SIDE = 320;

    /** Larger pictures are not needed to see a rotor, and sixteen of them as references exhaust memory. */
    private static final int SOURCE_SIDE_MAX = 4_096;

    private static final long SOURCE_PIXELS_MAX = 4_096L * 2_304;

    /** Longer recordings are no clips; the interval's own clips are tens of seconds long. */
    private static final long LENGTH_MICROS_MAX = 600_000_000;

    /** With more, what FFmpeg paints in the place of damaged blocks differs from run to run, and a record would too. */
    private static final String DECODING_THREADS = "1";

    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "bmp");
    private static final int PICTURES_LISTED_MAX = 30_000;

    /** Containers that clips come in. Playlists are not among them: they could name other files and hosts. */
    private static final String FORMATS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,gif,mpegts,mpeg,flv,ogg";

    @Override
    public Answer decode(Request request) {
        Natives.quietFfmpeg();
        if (Files.isDirectory(request.file()) && kindOf(request).isEmpty()) {
            return new Refused(FootageRefusal.SEQUENCE_UNCLEAR, request.sequenceFps() + " frames a second");
        }
        try (FFmpegFrameGrabber probe = grabber(request)) {
            Optional<Refused> refused = start(probe);
            return refused.isPresent() ? refused.get() : decode(request, probe);
        } catch (FFmpegFrameGrabber.Exception unreadable) {
            return new Refused(FootageRefusal.NOT_FOOTAGE, firstLine(unreadable));
        } catch (org.bytedeco.javacv.FrameGrabber.Exception unreadable) {
            return new Refused(FootageRefusal.NOT_FOOTAGE, firstLine(unreadable));
        }
    }

    /** A decoder that is told the limit does not even begin on larger pictures; the container still says their size. */
    private static Optional<Refused> start(FFmpegFrameGrabber probe) {
        try {
            probe.start();
            return Optional.empty();
        } catch (FFmpegFrameGrabber.Exception unreadable) {
            AVFormatContext container = probe.getFormatContext();
            for (int i = 0; container != null && !container.isNull() && i < container.nb_streams(); i++) {
                AVCodecParameters stream = container.streams(i).codecpar();
                if ((long) stream.width() * stream.height() > SOURCE_PIXELS_MAX) {
                    return Optional.of(
                            new Refused(FootageRefusal.PICTURE_TOO_LARGE, stream.width() + " x " + stream.height()));
                }
            }
            return Optional.of(new Refused(FootageRefusal.NOT_FOOTAGE, firstLine(unreadable)));
        }
    }

    private static String firstLine(Throwable failure) {
        String text = String.valueOf(failure.getMessage());
        return text.lines().findFirst().orElse("").replaceAll("'[^']*/", "'");
    }

    /** The one kind of pictures in a folder; empty when there are none, several, or no rate is given. */
    private static Optional<String> kindOf(Request request) {
        Set<String> kinds = new HashSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(request.file())) {
            int listed = 0;
            for (Path file : files) {
                String name = file.getFileName().toString();
                String kind = name.substring(name.lastIndexOf('.') + 1);
                if (PICTURES.contains(kind.toLowerCase(Locale.ROOT))) {
                    kinds.add(kind);
                }
                if (++listed > PICTURES_LISTED_MAX) {
                    return Optional.empty();
                }
            }
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        boolean clear = kinds.size() == 1 && request.sequenceFps() > 0 && request.sequenceFps() <= 1_000;
        return clear ? kinds.stream().findFirst() : Optional.empty();
    }

    private static FFmpegFrameGrabber grabber(Request request) {
        String place = request.file().toAbsolutePath().toString();
        Optional<String> kind = Files.isDirectory(request.file()) ? kindOf(request) : Optional.empty();
        FFmpegFrameGrabber grabber;
        if (kind.isPresent()) {
            // In a glob pattern, a folder's own special characters would be taken for wild cards.
            String literal = place.replaceAll("([\\\\*?\\[\\]{}])", "\\\\$1");
            grabber = new FFmpegFrameGrabber(literal + "/*." + kind.get());
            grabber.setFormat("image2");
            grabber.setOption("pattern_type", "glob");
            grabber.setOption("framerate", Double.toString(request.sequenceFps()));
        } else {
            grabber = new FFmpegFrameGrabber("file:" + place);
            grabber.setOption("format_whitelist", FORMATS);
        }
        grabber.setOption("protocol_whitelist", "file");
        grabber.setVideoOption("threads", DECODING_THREADS);
        grabber.setVideoOption("max_pixels", Long.toString(SOURCE_PIXELS_MAX));
        grabber.setVideoOption("err_detect", "explode");
        grabber.setAudioStream(-1);
        return grabber;
    }

    private static Answer decode(Request request, FFmpegFrameGrabber probe)
            throws org.bytedeco.javacv.FrameGrabber.Exception {
        int width = probe.getImageWidth();
        int height = probe.getImageHeight();
        boolean sides = width >= 16 && height >= 16 && width <= SOURCE_SIDE_MAX && height <= SOURCE_SIDE_MAX;
        long pixels = (long) width * height;
        if (!sides || pixels > SOURCE_PIXELS_MAX) {
            return new Refused(FootageRefusal.PICTURE_TOO_LARGE, width + " x " + height);
        }
        if (probe.getLengthInTime() > LENGTH_MICROS_MAX) {
            return new Refused(FootageRefusal.CLIP_TOO_LONG, probe.getLengthInTime() / 1_000_000 + " s");
        }
        Region region = request.regionIn(width, height);
        if (!region.isInside(width, height)) {
            return new Refused(FootageRefusal.REGION_OUTSIDE, region + " in " + width + " x " + height);
        }
        Scaling scaling = Scaling.of(width, height, region, WORKING_SIDE);
        try (FFmpegFrameGrabber grabber = grabber(request)) {
            grabber.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
            grabber.setImageWidth(scaling.width());
            grabber.setImageHeight(scaling.height());
            grabber.setImageScalingFlags(swscale.SWS_AREA);
            grabber.start();
            ClipCollector collector = new ClipCollector(scaling, request.fpsWanted(), pixels);
            Frame frame = next(grabber);
            while (frame != null && collector.wantsMore()) {
                collector.add(frame);
                frame = next(grabber);
            }
            return collector.finish(
                    probe.getFormat(),
                    probe.getVideoCodecName(),
                    width,
                    height,
                    probe.getFrameRate(),
                    listedFrames(probe));
        }
    }

    private static long listedFrames(FFmpegFrameGrabber probe) {
        AVFormatContext container = probe.getFormatContext();
        for (int i = 0; i < container.nb_streams(); i++) {
            if (container.streams(i).codecpar().codec_type() == avutil.AVMEDIA_TYPE_VIDEO) {
                return container.streams(i).nb_frames();
            }
        }
        return 0;
    }

    /** A file that breaks off ends where it breaks off. */
    private static Frame next(FFmpegFrameGrabber grabber) {
        try {
            return grabber.grabImage();
        } catch (FFmpegFrameGrabber.Exception brokenOff) {
            return null;
        }
    }

    @Override
    public String version() {
        int packed = avformat.avformat_version();
        return "libavformat " + (packed >> 16) + "." + (packed >> 8 & 255) + "." + (packed & 255);
    }
}
