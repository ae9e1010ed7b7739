package energy.registry.web.adapter.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import energy.registry.domain.device.Camera;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Technology;
import energy.registry.domain.identity.SigningKey;
import energy.registry.web.adapter.http.ServiceDoor;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.office.Service;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's own client against the camera service as it runs: proposals, versions, picture, refusals. */
class CommissioningContractTest {
    private static final String TOKEN = "a-shared-secret";
    private static final String CAMERA = "CAM/PV 1";
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int DEFAULT_PORT_PLACE = 92; // 8092 at base 8000
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path data;

    private HttpServer gateway;
    private Process cameras;
    private ServiceQuestions questions;

    @BeforeEach
    void start() throws Exception {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        gateway.setExecutor(Executors.newFixedThreadPool(2));
        String feed = feed(array());
        gateway.createContext("/v1/events", exchange -> answer(exchange, feed));
        gateway.start();
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        cameras = cameras(port);
        questions = new ServiceQuestions(Map.of(
                Service.CAMERAS, new ServiceDoor("camera service", URI.create("http://127.0.0.1:" + port), TOKEN)));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (devicesKnown() < 1) {
            assertThat(System.nanoTime()).as("the camera service is up").isLessThan(end);
            Thread.sleep(100);
        }
    }

    @AfterEach
    void end() {
        cameras.destroyForcibly();
        gateway.stop(0);
    }

    private Process cameras(int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "energy.registry.vision.config.Main");
        String peer = "http://127.0.0.1:" + gateway.getAddress().getPort();
        builder.environment().keySet().removeIf(name -> name.startsWith("REGISTRY_"));
        builder.environment()
                .putAll(Map.of(
                        "REGISTRY_DATA", data.toString(),
                        "REGISTRY_PORT_BASE", String.valueOf(port - DEFAULT_PORT_PLACE),
                        "REGISTRY_GATEWAY_URL", peer,
                        "REGISTRY_INGEST_URL", peer,
                        "REGISTRY_SERVICE_TOKEN", TOKEN));
        return builder.redirectErrorStream(true)
                .redirectOutput(data.resolve("log").toFile())
                .start();
    }

    private int devicesKnown() {
        return questions
                .ask(Service.CAMERAS, "/health")
                .result()
                .map(health -> (List<?>) health.get("checks"))
                .map(checks -> (int) ((Map<?, ?>) checks.get(1)).get("devices"))
                .orElse(0);
    }

    @Test
    void whatThePageSendsIsProposedKeptAndComesBack() throws IOException {
        byte[] picture = picture();
        Map<String, Object> proposal =
                done(questions.send(Service.CAMERAS, "/v1/commissioning/proposal?kind=PANELS", picture, "sam"));
        assertThat(proposal).containsEntry("width", WIDTH).containsEntry("height", HEIGHT);
        Map<?, ?> first = (Map<?, ?>) ((List<?>) proposal.get("proposals")).get(0);
        assertThat(first.get("kind")).isEqualTo("PANELS");
        assertThat((List<?>) first.get("polygon")).hasSizeGreaterThan(2);

        String place = "/v1/commissioning/PVA-0001/" + questions.part(CAMERA);
        Outcome<Map<String, Object>> nothing = questions.ask(Service.CAMERAS, place);
        assertThat(nothing.whyNot()).isPresent();

        Map<String, Object> body = body(picture, (List<?>) first.get("polygon"));
        assertThat(done(questions.put(Service.CAMERAS, place, body))).containsEntry("version", 1);
        Map<String, Object> current = done(questions.ask(Service.CAMERAS, place));
        assertThat(current).containsEntry("version", 1).containsKeys("digest", "views", "history");
        assertThat(((Map<?, ?>) ((List<?>) current.get("history")).get(0)).get("reason"))
                .isEqualTo("first");
        assertThat(questions.picture(Service.CAMERAS, place + "/picture.jpg").result())
                .contains(picture);
    }

    @Test
    void aRefusalArrivesWithItsRuleAndRemedy() throws IOException {
        Map<String, Object> body =
                body(picture(), List.of(Map.of("x", 0, "y", 0), Map.of("x", 3, "y", 0), Map.of("x", 0, "y", 3)));

        Outcome<Map<String, Object>> answer =
                questions.put(Service.CAMERAS, "/v1/commissioning/PVA-0001/" + questions.part(CAMERA), body);

        assertThat(answer.whyNot().orElseThrow().toString()).contains("polygon", "mark at least");
    }

    private static Map<String, Object> done(Outcome<Map<String, Object>> outcome) {
        assertThat(outcome.whyNot()).isEmpty();
        return outcome.result().orElseThrow();
    }

    private static Map<String, Object> body(byte[] picture, List<?> polygon) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("kind", "PANELS");
        view.put("polygon", polygon);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("actor", "sam");
        body.put("reason", "first");
        body.put("width", WIDTH);
        body.put("height", HEIGHT);
        body.put("picture", Base64.getEncoder().encodeToString(picture));
        body.put("views", List.of(view));
        return body;
    }

    /** Sky, meadow, and one table of panels. */
    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(120, 165, 220));
        pen.fillRect(0, 0, WIDTH, HEIGHT / 2);
        pen.setColor(new Color(96, 112, 72));
        pen.fillRect(0, HEIGHT / 2, WIDTH, HEIGHT / 2);
        pen.setColor(new Color(34, 44, 82));
        pen.fillRect(100, 300, 400, 120);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }

    private static ProductionDevice array() throws Exception {
        SigningKey key = SigningKey.of(KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPublic()
                .getEncoded());
        return ProductionDevice.builder()
                .deviceId("PVA-0001")
                .name("Südfeld 1")
                .owner("solarfeld-sued")
                .technology(Technology.SOLAR)
                .capacityW(5_000_000)
                .country("DE")
                .zone("10Y1001A1001A82H")
                .region("Bayern")
                .location(48_402_100, 11_745_600)
                .operationalSinceEpochDay(LocalDate.of(2021, 3, 15).toEpochDay())
                .meteringPointId("571313100000000034")
                .meter("MTR-0003", "S1", "Twin", key)
                .intervalSeconds(900)
                .cameras(CameraPolicy.ADVISORY, List.of(new Camera(CAMERA, key)))
                .verifiers(List.of(key), 1)
                .build();
    }

    private static String feed(ProductionDevice device) {
        return "{\"events\":[{\"seq\":1,\"txId\":\"00\",\"at\":\"2026-01-01T00:00:00Z\",\"type\":\"DeviceRegistered\","
                + "\"data\":{\"record\":\"" + Base64.getEncoder().encodeToString(device.encode())
                + "\",\"deviceDigest\":\"" + device.digest() + "\",\"status\":\"ACTIVE\"}}],\"last\":1}";
    }

    private static void answer(HttpExchange exchange, String feed) throws IOException {
        boolean first = exchange.getRequestURI().getQuery().contains("after=0");
        byte[] body = (first ? feed : "{\"events\":[],\"last\":1}").getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            if (!first) {
                Thread.sleep(200);
            }
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
