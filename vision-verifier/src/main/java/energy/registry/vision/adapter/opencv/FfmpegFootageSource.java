package energy.registry.vision.adapter.opencv;

import energy.registry.vision.footage.FootageRefusal;
import energy.registry.vision.footage.Region;
import energy.registry.vision.port.FootageSource;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;

/** Decodes files by FFmpeg, already scaled to working size. Opens nothing but the file it is given. */
public final class FfmpegFootageSource implements FootageSource {
    /** Longer side of the frames that are kept: rotors of 6 pixels can be measured, and a clip fits in memory. */
    static final int WORKING_SIDE = 320;

    /** Larger pictures are no camera's, and decoding one may exhaust memory. */
    private static final int SOURCE_SIDE_MAX = 8_192;

    /** Containers that clips come in. Playlists are not among them: they could name other files and hosts. */
    private static final String FORMATS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,gif,mpegts,mpeg,flv,ogg";

    @Override
    public Answer decode(Request request) {
        Natives.quietFfmpeg();
        try (FFmpegFrameGrabber probe = grabber(request.file())) {
            probe.start();
            return decode(request, probe);
        } catch (FFmpegFrameGrabber.Exception unreadable) {
            return new Refused(FootageRefusal.NOT_FOOTAGE, firstLine(unreadable));
        } catch (org.bytedeco.javacv.FrameGrabber.Exception unreadable) {
            return new Refused(FootageRefusal.NOT_FOOTAGE, firstLine(unreadable));
        }
    }

    private static String firstLine(Throwable failure) {
        String text = String.valueOf(failure.getMessage());
        return text.lines().findFirst().orElse("").replaceAll("'[^']*/", "'");
    }

    private static FFmpegFrameGrabber grabber(Path file) {
        FFmpegFrameGrabber grabber = new FFmpegFrameGrabber("file:" + file.toAbsolutePath());
        grabber.setOption("protocol_whitelist", "file");
        grabber.setOption("format_whitelist", FORMATS);
        grabber.setVideoOption("threads", "1");
        grabber.setAudioStream(-1);
        return grabber;
    }

    private static Answer decode(Request request, FFmpegFrameGrabber probe)
            throws org.bytedeco.javacv.FrameGrabber.Exception {
        int width = probe.getImageWidth();
        int height = probe.getImageHeight();
        if (width < 16 || height < 16 || width > SOURCE_SIDE_MAX || height > SOURCE_SIDE_MAX) {
            return new Refused(FootageRefusal.PICTURE_TOO_LARGE, width + " x " + height);
        }
        Region region = request.region().orElse(new Region(0, 0, width, height));
        if (!region.isInside(width, height)) {
            return new Refused(FootageRefusal.REGION_OUTSIDE, region + " in " + width + " x " + height);
        }
        Scaling scaling = Scaling.of(width, height, region, WORKING_SIDE);
        try (FFmpegFrameGrabber grabber = grabber(request.file())) {
            grabber.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
            grabber.setImageWidth(scaling.width());
            grabber.setImageHeight(scaling.height());
            grabber.setImageScalingFlags(swscale.SWS_AREA);
            grabber.start();
            ClipCollector collector = new ClipCollector(scaling, request.fpsWanted());
            Frame frame = next(grabber);
            while (frame != null && collector.wantsMore()) {
                collector.add(frame);
                frame = next(grabber);
            }
            return collector.finish(probe.getFormat(), probe.getVideoCodecName(), width, height, probe.getFrameRate());
        }
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
