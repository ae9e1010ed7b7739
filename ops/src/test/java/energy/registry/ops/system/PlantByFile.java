package energy.registry.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A turbine whose meter cannot sign, so that its readings come as files: registered through the services' own doors,
 * because how a person registers one is walked elsewhere.
 */
final class PlantByFile {
    /** From a file to its certificates: claim, four nodes, feed, on a machine that does other things too. */
    static final Duration CERTIFIED_MAX = Duration.ofMinutes(4);

    private static final ObjectMapper JSON = new ObjectMapper();
    /** So that no two plants of one run share a number, or a place. */
    private static final AtomicInteger MORE = new AtomicInteger();

    private final RunningSystem.Handle system;
    private final String number;

    private PlantByFile(RunningSystem.Handle system, String number) {
        this.system = system;
        this.number = number;
    }

    /** One that a person registered. */
    static PlantByFile known(RunningSystem.Handle system, String number) {
        return new PlantByFile(system, number);
    }

    static PlantByFile registered(RunningSystem.Handle system) throws IOException, InterruptedException {
        int next = Integer.parseInt(OperatorJourneyTest.number()) + 250_000 + 7_003 * MORE.incrementAndGet();
        PlantByFile plant = new PlantByFile(system, String.format("%06d", next % 1_000_000));
        ObjectNode agent = plant.said(JSON.createObjectNode()).put("meterId", plant.meter());
        String key = plant.post(8091, "/v1/agents", agent).path("meterKey").asText();
        ObjectNode command = plant.said(JSON.createObjectNode()).put("requestId", "file-" + plant.number);
        command.set("device", plant.record(key));
        plant.post(8090, "/v1/devices", command);
        ApiCaller greta = new ApiCaller(system, "greta");
        assertThat(RunningSystem.eventually(CERTIFIED_MAX, () -> plant.isListed(greta), listed -> listed))
                .as("%s in the read model", plant.device())
                .isTrue();
        return plant;
    }

    String device() {
        return "SYS-" + number;
    }

    private String meter() {
        return "MTR-" + number;
    }

    private boolean isListed(ApiCaller greta) {
        try {
            for (JsonNode row : greta.get("/api/v1/devices?limit=1000").path("items")) {
                if (row.path("deviceId").asText().equals(device())) {
                    return true;
                }
            }
            return false;
        } catch (IOException unreachable) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ObjectNode said(ObjectNode body) {
        return body.put("actor", "ida").put("reason", "A plant for the usual mistakes.");
    }

    private ObjectNode record(String key) {
        ObjectNode device = JSON.createObjectNode()
                .put("deviceId", device())
                .put("name", "Dateihang " + number)
                .put("owner", "windpark-nord")
                .put("technology", "WIND")
                .put("country", "DE")
                .put("zone", "10Y1001A1001A82H")
                .put("region", "Schleswig-Holstein")
                .put("operationalSince", "2019-05-01")
                .put("meteringPointId", OperatorJourneyTest.meteringPoint(number))
                .put("meterId", meter())
                .put("meterSerial", "S-" + number)
                .put("meterMaker", "Maker")
                .put("meterKey", key)
                .put("cameraPolicy", "NONE")
                .put("capacityW", 2_050_000)
                .put("latitude", Double.parseDouble("52." + number))
                .put("longitude", Double.parseDouble("7." + OperatorJourneyTest.backwards(number)))
                .put("intervalSeconds", 3_600)
                .put("emissionFactorGramsPerKwh", 0);
        device.putArray("cameras");
        device.putArray("support");
        device.putArray("supportPeriods");
        ObjectNode rotor = device.putObject("rotor")
                .put("blades", 3)
                .put("minMilliRpm", 6_000)
                .put("maxMilliRpm", 16_000)
                .put("clockwise", true);
        rotor.putArray("curve")
                .add(JSON.createObjectNode()
                        .put("milliRpm", 6_000)
                        .put("minW", 0)
                        .put("maxW", 60_000))
                .add(JSON.createObjectNode()
                        .put("milliRpm", 16_000)
                        .put("minW", 1_900_000)
                        .put("maxW", 2_100_000));
        return device;
    }

    private JsonNode post(int service, String path, ObjectNode body) throws IOException, InterruptedException {
        String token =
                Files.readString(system.data().resolve("secrets/service-token")).strip();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + system.port(service) + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }

    /** The beginning of an hour, so many hours ago. */
    static Instant hoursAgo(long hours) {
        return Instant.now().truncatedTo(ChronoUnit.HOURS).minus(hours, ChronoUnit.HOURS);
    }

    /** A row of a table of energies. */
    static String row(Instant start, String energy) {
        return start + "," + start.plus(1, ChronoUnit.HOURS) + "," + energy;
    }

    static Path table(Path folder, String name, String header, List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(header));
        lines.addAll(rows);
        return Files.write(folder.resolve(name), lines);
    }

    /** Energies of this device's certificates in Wh, in order of their production, whatever became of them. */
    List<Long> certified(ApiCaller greta, String status) {
        try {
            List<Long> energies = new ArrayList<>();
            for (JsonNode row : greta.get("/api/v1/certificates?limit=200&status=" + status + "&device=" + device())
                    .path("items")) {
                energies.add(
                        0,
                        row.path("serialTo").asLong() - row.path("serialFrom").asLong());
            }
            return energies;
        } catch (IOException unreachable) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** Waits until this much energy is certified in all. */
    void awaitCertified(ApiCaller greta, long wattHours) {
        List<Long> seen = RunningSystem.eventually(
                CERTIFIED_MAX,
                () -> certified(greta, "ACTIVE"),
                energies -> energies.stream().mapToLong(Long::longValue).sum() == wattHours);
        assertThat(seen.stream().mapToLong(Long::longValue).sum())
                .as("Wh of %s: %s", device(), seen)
                .isEqualTo(wattHours);
    }
}
