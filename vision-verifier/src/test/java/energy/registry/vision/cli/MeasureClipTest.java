package energy.registry.vision.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import energy.registry.domain.encoding.Digest;
import energy.registry.vision.synthetic.TurbineScene;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasureClipTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final MeasureClip command = new MeasureClip(new PrintStream(out), new PrintStream(err));

    @Test
    void printsOneObjectWithTheAgreedNamesAndWritesTheKymograph() throws IOException {
        Path clip = folder.resolve("clip.mp4");
        TurbineScene.withRotorRpm(14).size(160, 120).seconds(8).seed(2).renderTo(clip);
        Path kymograph = folder.resolve("k.png");

        int exit = command.run(
                clip.toString(),
                "--blades",
                "3",
                "--rpm-min",
                "4",
                "--rpm-max",
                "20",
                "--json",
                "--kymograph",
                kymograph.toString());

        assertThat(exit).isZero();
        JsonNode result = new ObjectMapper().readTree(out.toString());
        List<String> names = new ArrayList<>();
        result.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactly(
                        "state",
                        "rpm",
                        "rpm_std_uncertainty",
                        "blades",
                        "direction",
                        "passes",
                        "integrity",
                        "reasons",
                        "frames",
                        "seconds",
                        "sha256");
        assertThat(result.path("state").asText()).as(out.toString()).isEqualTo("RUNNING");
        assertThat(Files.size(kymograph)).isPositive();
    }

    @Test
    void saysWhatIsWrongWithTheCommandLine() {
        assertThat(command.run("nowhere.mp4")).isEqualTo(MeasureClip.USAGE);
        assertThat(command.run()).isEqualTo(MeasureClip.USAGE);
        assertThat(command.run("a.mp4", "--blades", "many")).isEqualTo(MeasureClip.USAGE);
        assertThat(command.run("a.mp4", "--roi", "1,2,3")).isEqualTo(MeasureClip.USAGE);
        assertThat(command.run("a.mp4", "--colour", "red")).isEqualTo(MeasureClip.USAGE);
        assertThat(err.toString()).contains("--blades: 'many' is no number", "is not X,Y,W,H", "--colour is no option");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refusesAFileThatIsNoFootage() throws IOException {
        Path file = folder.resolve("text.mp4");
        Files.writeString(file, "not a film");

        assertThat(command.run(file.toString(), "--json")).isEqualTo(MeasureClip.REFUSED);
        assertThat(new ObjectMapper().readTree(out.toString()).path("error").asText())
                .isEqualTo("NOT_FOOTAGE");
    }

    @Test
    void recordsAndMeasuresALiveCameraByHttp() throws IOException {
        Path clip = folder.resolve("clip.mp4");
        TurbineScene.withRotorRpm(14).size(160, 120).seconds(8).seed(2).renderTo(clip);
        HttpServer camera = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] bytes = Files.readAllBytes(clip);
        camera.createContext("/live", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "video/mp4");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        camera.start();
        String host = "http://127.0.0.1:" + camera.getAddress().getPort();
        try {
            assertThat(command.run(host + "/live", "--seconds", "5", "--blades", "3", "--rpm-max", "32", "--json"))
                    .as(err.toString())
                    .isZero();
            JsonNode result = new ObjectMapper().readTree(out.toString());
            assertThat(result.path("state").asText()).as(out.toString()).isEqualTo("RUNNING");
            assertThat(result.path("sha256").asText())
                    .isEqualTo(Digest.sha(bytes).toString());

            out.reset();
            assertThat(command.run(host + "/elsewhere", "--json")).isEqualTo(MeasureClip.REFUSED);
            assertThat(new ObjectMapper().readTree(out.toString()).path("error").asText())
                    .isEqualTo("ANSWER_UNEXPECTED");
        } finally {
            camera.stop(0);
        }
    }

    @Test
    void aLengthGoesWithAnAddressAndHasABound() {
        assertThat(command.run("clip.mp4", "--seconds", "5")).isEqualTo(MeasureClip.USAGE);
        assertThat(command.run("rtsp://10.0.0.1/live", "--seconds", "61")).isEqualTo(MeasureClip.USAGE);
        assertThat(err.toString()).contains("goes with an address", "is not within 1 .. 60");
    }
}
