package energy.registry.vision.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.domain.evidence.RotorState;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.evidence.VisionVerdict;
import energy.registry.vision.cli.ProcessMemory;
import energy.registry.vision.fixture.Await;
import energy.registry.vision.fixture.HostileFiles;
import energy.registry.vision.fixture.PeerServer;
import energy.registry.vision.fixture.TestTurbine;
import energy.registry.vision.synthetic.TurbineScene;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hostile files at the door of the running service: each has its answer, and the next good clip is measured. */
class HostileUploadsTest {
    /** The pixels that are decoded at most, 14.2 thousand million, at 120 million a second: a busy machine does twice that. */
    private static final double SECONDS_MAX = 120;

    /** Half of the process's budget of 1 GiB, beside what it holds when it rests. */
    private static final long GROWTH_BYTES_MAX = 512L << 20;

    private static final double NANOS = 1e9;

    @TempDir
    private Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestTurbine turbine = new TestTurbine();
    private PeerServer peers;
    private VisionService service;

    @BeforeEach
    void start() throws IOException {
        peers = new PeerServer();
        peers.publishDevice(turbine.device());
        service = new VisionService(new VisionConfig(data, 0, peers.address(), peers.address(), "token"));
        service.start();
        Await.until(() -> health().contains("\"devices\":1"));
    }

    @AfterEach
    void end() {
        service.close();
        peers.close();
    }

    @Test
    void eachHasItsAnswerInBoundedTimeAndMemoryAndTheServiceStaysUp() throws Exception {
        assertThat(post(new byte[0], 0)).isEqualTo(400);
        int sent = 0;
        for (HostileFiles.Hostile hostile : new HostileFiles(data).all()) {
            int before = sent++;
            ProcessMemory.forgetPeaks();
            long resting = ProcessMemory.residentBytes().orElse(0);
            long began = System.nanoTime();
            assertThat(post(hostile.bytes(), sent)).as(hostile.name()).isEqualTo(202);
            Await.until(() -> peers.verdicts().size() == before + 1);
            double seconds = (System.nanoTime() - began) / NANOS;
            long growth = ProcessMemory.highestResidentBytes().orElse(0) - resting;

            VisionVerdict verdict = verdict(before);
            System.out.printf(
                    "%-12s %8d bytes: %.1f s, %d MiB more, %s%n",
                    hostile.name(), hostile.bytes().length, seconds, growth >> 20, verdict.reasons());
            assertThat(verdict.state()).as(hostile.name()).isEqualTo(RotorState.INCONCLUSIVE);
            assertThat(verdict.reasons()).as(hostile.name()).contains(hostile.answer());
            assertThat(seconds).as(hostile.name()).isLessThan(SECONDS_MAX);
            assertThat(growth).as(hostile.name()).isLessThan(GROWTH_BYTES_MAX);
        }
        Path good = data.resolve("good.mp4");
        TurbineScene.withRotorRpm(11).seconds(8).seed(3).renderTo(good);
        int all = sent;
        assertThat(post(Files.readAllBytes(good), all + 1)).isEqualTo(202);
        Await.until(() -> peers.verdicts().size() == all + 1);
        assertThat(verdict(all).state()).isEqualTo(RotorState.RUNNING);
        assertThat(health()).contains("\"status\":\"UP\"");
    }

    private VisionVerdict verdict(int index) throws IOException {
        String verdict = new ObjectMapper()
                .readTree(peers.verdicts().get(index))
                .path("verdict")
                .asText();
        return VisionVerdict.decode(
                SignedRecord.decode(Base64.getDecoder().decode(verdict)).record());
    }

    /** @return the status */
    private int post(byte[] clip, int interval) throws IOException, InterruptedException {
        SignedRecord capture = turbine.captureAt(clip, TestTurbine.START + (long) interval * TestTurbine.INTERVAL);
        HttpRequest request = HttpRequest.newBuilder(address("/v1/clips"))
                .header("X-Capture", Base64.getEncoder().encodeToString(capture.encode()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(clip))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private String health() {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address("/health")).GET().build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + service.port() + path);
    }
}
