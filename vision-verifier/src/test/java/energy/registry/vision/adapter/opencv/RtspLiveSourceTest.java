package energy.registry.vision.adapter.opencv;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.evidence.RotorState;
import energy.registry.vision.application.CameraList;
import energy.registry.vision.application.RecordStream;
import energy.registry.vision.application.VerifyFootage;
import energy.registry.vision.fixture.RtspServer;
import energy.registry.vision.footage.StreamRefusal;
import energy.registry.vision.port.LiveSource;
import energy.registry.vision.rotor.Nameplate;
import energy.registry.vision.synthetic.TurbineScene;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real publisher of H.264 by RTP, over real connections. */
class RtspLiveSourceTest {
    private static final double RPM = 23.4;

    @TempDir
    private Path folder;

    private final RtspLiveSource source = new RtspLiveSource();

    @Test
    void aPublishedStreamIsRecordedAndMeasured() throws Exception {
        try (RtspServer server = new RtspServer()) {
            Thread publisher = publish(server);

            URI address = URI.create("rtsp://127.0.0.1:" + server.port() + "/live");
            LiveSource http = request -> new LiveSource.Refused(StreamRefusal.SCHEME_UNKNOWN, "");
            LiveSource.Answer answer = new RecordStream(CameraList.of(List.of(address)), source, http)
                    .record(address, Duration.ofSeconds(8), folder.resolve("live.mp4"));

            assertThat(answer).isInstanceOf(LiveSource.Recorded.class);
            VerifyFootage verify = new VerifyFootage(new FfmpegFootageSource(), new OpenCvPictureTools());
            VerifyFootage.Answer seen =
                    verify.verify(folder.resolve("live.mp4"), new Nameplate(3, 5, 60, 0), Optional.empty());
            var measurement = ((VerifyFootage.Measured) seen).measurement();
            assertThat(measurement.state())
                    .as(measurement.reasonCodes() + " " + measurement.guard())
                    .isEqualTo(RotorState.RUNNING);
            assertThat(measurement.microRpm() / 1e6).isBetween(RPM * 0.995, RPM * 1.005);
            publisher.interrupt();
        }
    }

    @Test
    void aCameraThatSendsElsewhereIsNotFollowed() throws IOException {
        try (RtspServer server = new RtspServer();
                ServerSocket elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.redirectTo("rtsp://127.0.0.1:" + elsewhere.getLocalPort() + "/other");
            elsewhere.setSoTimeout(1);

            LiveSource.Answer answer = source.record(request(server, 2));

            assertThat(answer).isEqualTo(new LiveSource.Refused(StreamRefusal.REDIRECTED, ""));
            assertThat(org.assertj.core.api.Assertions.catchThrowable(elsewhere::accept))
                    .as("nobody came to where it sent")
                    .isNotNull();
        }
    }

    @Test
    void aCameraThatIsNotThereIsUnreachable() throws IOException {
        int port;
        try (RtspServer gone = new RtspServer()) {
            port = gone.port();
        }
        LiveSource.Request request = new LiveSource.Request(
                URI.create("rtsp://127.0.0.1:" + port + "/x"),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                Duration.ofSeconds(2),
                folder.resolve("none.mp4"));

        LiveSource.Answer answer = source.record(request);

        assertThat(((LiveSource.Refused) answer).reason()).isEqualTo(StreamRefusal.UNREACHABLE);
    }

    private LiveSource.Request request(RtspServer server, int seconds) {
        return new LiveSource.Request(
                URI.create("rtsp://127.0.0.1:" + server.port() + "/live"),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()),
                Duration.ofSeconds(seconds),
                folder.resolve("live.mp4"));
    }

    /** Announces a stream and, once it is played, sends it a good deal faster than it was taken: its times are its own. */
    private Thread publish(RtspServer server) throws Exception {
        Path clip = folder.resolve("taken.mp4");
        TurbineScene.withRotorRpm(RPM)
                .size(160, 120)
                .seconds(18)
                .seed(5)
                .bitsPerSecond(400_000)
                .renderTo(clip);
        FFmpegFrameGrabber taken = new FFmpegFrameGrabber(clip.toFile());
        taken.start();
        FFmpegFrameRecorder sender = new FFmpegFrameRecorder("rtsp://127.0.0.1:" + server.port() + "/live", 160, 120);
        sender.setFormat("rtsp");
        sender.setOption("rtsp_transport", "tcp");
        sender.start(taken.getFormatContext());
        Thread publisher = new Thread(() -> send(server, taken, sender));
        publisher.setDaemon(true);
        publisher.start();
        return publisher;
    }

    private static void send(RtspServer server, FFmpegFrameGrabber taken, FFmpegFrameRecorder sender) {
        try (taken;
                sender) {
            server.isPlayed(60);
            for (AVPacket packet = taken.grabPacket(); packet != null; packet = taken.grabPacket()) {
                sender.recordPacket(packet);
                Thread.sleep(10);
            }
        } catch (IOException | InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
