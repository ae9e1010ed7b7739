package energy.registry.ingest.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.ingest.fixture.Recordings;
import energy.registry.ingest.fixture.RunningIngest;
import energy.registry.ingest.fixture.TestMeter;
import energy.registry.ingest.fixture.TestPlant;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files through the running service, down to the statements and intervals that come of them. */
class FileDoorTest {
    private static RunningIngest ingest;

    @BeforeAll
    static void start() throws Exception {
        ingest = RunningIngest.withLongGrace();
    }

    @AfterAll
    static void stop() throws Exception {
        ingest.close();
    }

    private static TestPlant agentPlant(String id, int interval) throws Exception {
        return ingest.agentPlant(
                new TestPlant(id, CameraPolicy.NONE).interval(interval).since("2010-01-01"), "FORWARD");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static long sum(TestPlant plant) {
        return ingest.database.number(
                "select coalesce(sum(energy_wh), -1) from interval where device_id = '" + plant.deviceId() + "'");
    }

    @Test
    void aTableBecomesStatementsOfTheAgentAndItsBytesAreKept() throws Exception {
        TestPlant plant = agentPlant("UP-CSV", 900);
        byte[] file = bytes("start,end,energy_kwh\n2026-01-01T00:00:00Z,2026-01-01T00:15:00Z,51.2304\n"
                + "2026-01-01T00:15:00Z,2026-01-01T00:30:00Z,50.8709\n");

        RunningIngest.Reply reply = ingest.upload(plant, "auto", file);

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.count("accepted")).isEqualTo(2);
        assertThat(reply.count("refused")).isZero();
        assertThat(reply.findings()).containsExactly("REMAINDER_LEFT");
        assertThat(sum(plant)).isEqualTo(102_101);
        String digest = reply.json().path("statements").path(0).asText();
        JsonNode statement =
                ingest.json("/v1/statements/" + digest).path("statements").path(0);
        statement = statement.isMissingNode() ? ingest.json("/v1/statements/" + digest) : statement;
        assertThat(statement.path("signatory").asText()).isEqualTo("METERING_AGENT");
        assertThat(statement.path("origin").asText()).isEqualTo("RECORDING");
        assertThat(statement.path("quality").asText()).isEqualTo("CALCULATED");
        assertThat(ingest.database.number("select length(bytes) from upload where device_id = 'UP-CSV'"))
                .isEqualTo(file.length);
        String id = reply.json().path("uploadId").asText();
        assertThat(ingest.json("/v1/uploads/" + id).path("accepted").asInt()).isEqualTo(2);
        assertThat(ingest.json("/v1/uploads?device=UP-CSV").path("uploads")).hasSize(1);
    }

    @Test
    void theSameFileAgainChangesNothingAndAnOverlapCountsAsDuplicate() throws Exception {
        TestPlant plant = agentPlant("UP-AGAIN", 900);
        String first = "start,end,energy_wh\n2026-01-01T00:00:00Z,2026-01-01T00:15:00Z,100\n";
        RunningIngest.Reply one = ingest.upload(plant, "csv", bytes(first));
        RunningIngest.Reply again = ingest.upload(plant, "csv", bytes(first));
        assertThat(again.json()).isEqualTo(one.json());

        RunningIngest.Reply longer =
                ingest.upload(plant, "csv", bytes(first + "2026-01-01T00:15:00Z,2026-01-01T00:30:00Z,200\n"));
        assertThat(longer.count("accepted")).isEqualTo(1);
        assertThat(longer.count("duplicates")).isEqualTo(1);

        RunningIngest.Reply other = ingest.upload(plant, "csv", bytes(first.replace(",100", ",101")));
        assertThat(other.count("refused")).isEqualTo(1);
        assertThat(other.findings()).containsExactly("STATED_OTHERWISE");
        assertThat(sum(plant)).isEqualTo(300);
    }

    @Test
    void unsignedDataIsNoEvidenceForAMeterThatSigns() throws Exception {
        TestPlant plant = ingest.plant("UP-OWN", CameraPolicy.NONE);
        RunningIngest.Reply reply = ingest.upload(
                plant, "csv", bytes("start,end,energy_wh\n2026-01-01T00:00:00Z,2026-01-01T00:15:00Z,100\n"));
        assertThat(reply.count("accepted")).isZero();
        assertThat(reply.count("refused")).isEqualTo(1);
        assertThat(reply.findings()).containsExactly("AGENT_NOT_ENROLLED");
        assertThat(sum(plant)).isEqualTo(-1);
        assertThat(ingest.database.number("select count(*) from upload where device_id = 'UP-OWN'"))
                .isEqualTo(1);
    }

    @Test
    void theCapacityHoldsForFilesToo() throws Exception {
        TestPlant plant = agentPlant("UP-CAP", 900);
        RunningIngest.Reply reply = ingest.upload(
                plant, "csv", bytes("start,end,energy_wh\n2026-01-01T00:00:00Z,2026-01-01T00:15:00Z,9000000\n"));
        assertThat(reply.findings()).containsExactly("CAPACITY_EXCEEDED");
        assertThat(reply.count("refused")).isEqualTo(1);
        assertThat(sum(plant)).isEqualTo(-1);
    }

    @Test
    void registersAreCutIntoIntervalsAndAHoleStaysAHole() throws Exception {
        TestPlant plant = agentPlant("UP-REG", 900);
        RunningIngest.Reply reply = ingest.upload(
                plant,
                "csv",
                bytes("time,register_wh\n2026-01-01T00:00:00Z,1000\n2026-01-01T00:15:00Z,1100\n"
                        + "2026-01-01T00:30:00Z,1250\n2026-01-01T02:00:00Z,9000\n2026-01-01T02:15:00Z,9010\n"));
        assertThat(reply.count("accepted")).isEqualTo(5);
        assertThat(reply.count("refused")).isZero();
        assertThat(sum(plant)).isEqualTo(260);
        assertThat(ingest.json("/v1/meters/MTR-UP-REG/position")
                        .path("registerWh")
                        .asLong())
                .isEqualTo(9_010);
    }

    @Test
    void signedStatementsInAFileGoToTheSameIntake() throws Exception {
        TestPlant plant = ingest.plant("UP-SIGNED", CameraPolicy.NONE);
        TestMeter meter = plant.meter();
        String first = new String(meter.next(100_000).body(), StandardCharsets.UTF_8);
        String second = new String(meter.next(110_000).body(), StandardCharsets.UTF_8);
        String forged = second.replaceFirst("\"signature\":\"....", "\"signature\":\"AAAA");

        RunningIngest.Reply reply = ingest.upload(plant, "auto", bytes(first + "\n" + second + "\n" + forged));

        assertThat(reply.json().path("format").asText()).isEqualTo("statement");
        assertThat(reply.count("accepted")).isEqualTo(2);
        assertThat(reply.count("refused")).isEqualTo(1);
        assertThat(reply.findings()).containsExactly("SIGNATURE_INVALID");
        assertThat(sum(plant)).isEqualTo(210_000);
    }

    @Test
    void recordedFilesOfAllKindsBecomeIntervals() throws Exception {
        String[][] files = {
            {"greenbutton/test_usage_data_01.xml", "900", "96"},
            {"greenbutton/TestGBDataHourlyNineDaysBinnedDaily.xml", "3600", "216"},
            {"origin/fea_gc_registry_test_measurements.csv", "3600", "744"},
        };
        for (int i = 0; i < files.length; i++) {
            TestPlant plant = agentPlant("UP-FILE-" + i, Integer.parseInt(files[i][1]));
            RunningIngest.Reply reply = ingest.upload(plant, "auto", Recordings.bytes(files[i][0]));
            System.out.println(files[i][0] + ": accepted " + reply.count("accepted") + ", refused "
                    + reply.count("refused") + ", statements "
                    + reply.json().path("statements").size() + ", " + sum(plant) + " Wh");
            assertThat(reply.count("accepted")).isEqualTo(Integer.parseInt(files[i][2]));
            assertThat(reply.count("refused")).isZero();
        }
    }

    @Test
    void aHundredMebibytesAreRefusedAtTheDoorAndOthersGoOn() throws Exception {
        TestPlant plant = agentPlant("UP-LARGE", 900);
        RunningIngest.Reply reply = ingest.upload(plant, "greenbutton", new byte[100 << 20]);
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.rule()).isEqualTo("FILE_TOO_LARGE");
        assertThat(ingest.get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void theTemplateIsServedAndRequestsWithoutTheirPartsAreToldWhichPart() throws Exception {
        assertThat(ingest.get("/v1/uploads/template.csv").body()).startsWith("start,end,energy_kwh");
        TestPlant plant = new TestPlant("UP-NOBODY", CameraPolicy.NONE);
        assertThat(ingest.upload(plant, "auto", bytes("x")).status()).isEqualTo(404);
        RunningIngest.Reply format = ingest.upload(plant, "xlsx", bytes("x"));
        assertThat(format.status()).isEqualTo(400);
        assertThat(format.json().path("detail").asText()).contains("xlsx");
        assertThat(ingest.post("/v1/uploads?device=UP-NOBODY", bytes("x"))
                        .json()
                        .path("detail")
                        .asText())
                .contains("X-Actor");
    }
}
