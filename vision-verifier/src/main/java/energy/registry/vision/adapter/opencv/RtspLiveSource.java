package energy.registry.vision.adapter.opencv;

import energy.registry.vision.footage.StreamRefusal;
import energy.registry.vision.port.LiveSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FFmpegFrameRecorder;

/**
 * Streams by RTSP over TCP, through a {@link CameraRelay}. The camera's packets are written to an MP4 file as they come: no
 * picture is decoded here, and their times stay the camera's.
 */
public final class RtspLiveSource implements LiveSource {
    /** What FFmpeg may read to find out what the stream is, bytes and millionths of a second. */
    private static final String PROBE_BYTES = "2000000";

    private static final String PROBE_MICROS = "3000000";

    @Override
    public Answer record(Request request) throws IOException {
        Natives.quietFfmpeg();
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        try (CameraRelay relay = new CameraRelay(request.place())) {
            // A blocked native read ends when its connection does.
            watch.schedule(relay::close, request.length().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
            Answer answer = record(request, relay);
            return answer instanceof Refused && relay.reason().isPresent()
                    ? new Refused(relay.reason().get(), "")
                    : answer;
        } finally {
            watch.shutdownNow();
        }
    }

    private static Answer record(Request request, CameraRelay relay) {
        try (FFmpegFrameGrabber grabber = grabber(request.address(), relay.port())) {
            grabber.start();
            try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(
                    request.target().toFile(), grabber.getImageWidth(), grabber.getImageHeight(), 0)) {
                recorder.setFormat("mp4");
                recorder.start(grabber.getFormatContext());
                copy(request, grabber, recorder);
            }
            return new Recorded(request.target(), Files.size(request.target()));
        } catch (IOException broken) {
            return new Refused(StreamRefusal.UNREACHABLE, broken.getClass().getSimpleName());
        }
    }

    private static FFmpegFrameGrabber grabber(URI address, int port) {
        String secret = address.getRawUserInfo() == null ? "" : address.getRawUserInfo() + "@";
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        FFmpegFrameGrabber grabber = new FFmpegFrameGrabber("rtsp://" + secret + "127.0.0.1:" + port + path + query);
        grabber.setFormat("rtsp");
        grabber.setOption("rtsp_transport", "tcp");
        grabber.setOption("protocol_whitelist", "rtsp,rtp,tcp");
        grabber.setOption("allowed_media_types", "video");
        grabber.setOption("timeout", Long.toString(SILENCE_MAX.toMillis() * 1_000));
        grabber.setOption("probesize", PROBE_BYTES);
        grabber.setOption("analyzeduration", PROBE_MICROS);
        grabber.setVideoOption("threads", "1");
        return grabber;
    }

    private static void copy(Request request, FFmpegFrameGrabber grabber, FFmpegFrameRecorder recorder)
            throws IOException {
        long began = System.nanoTime();
        long latest = request.length().plus(GRACE).toNanos();
        double first = Double.NaN;
        AVPacket packet = grabber.grabPacket();
        while (packet != null && System.nanoTime() - began < latest) {
            // Before a camera has told its clock, its packets have no times: they show nothing that can be measured.
            // What comes before the first whole picture cannot be decoded.
            boolean begins = (packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0;
            if (packet.pts() != avutil.AV_NOPTS_VALUE && (begins || !Double.isNaN(first))) {
                double second = packet.pts() * seconds(grabber, packet);
                first = Double.isNaN(first) ? second : first;
                if (second - first > request.length().toMillis() / 1e3) {
                    return;
                }
                recorder.recordPacket(packet);
            }
            packet = grabber.grabPacket();
        }
    }

    /** Length of a unit of a packet's times. */
    private static double seconds(FFmpegFrameGrabber grabber, AVPacket packet) {
        return avutil.av_q2d(
                grabber.getFormatContext().streams(packet.stream_index()).time_base());
    }
}
