package energy.registry.ledger.gateway.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.identity.PlatformSignatures;
import energy.registry.domain.identity.SigningKey;
import energy.registry.domain.ledger.TransactionProof;
import energy.registry.domain.ledger.TransactionSignature;
import energy.registry.ledger.gateway.fixture.Client;
import energy.registry.ledger.gateway.fixture.Client.Reply;
import energy.registry.ledger.gateway.fixture.Plant;
import energy.registry.ledger.gateway.http.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Four real nodes and a real gateway: from an account to a retirement, with the gateway and a node killed on the way. */
@Tag("system")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeLedgerTest {
    private static final Plant PLANT = new Plant("0001", "windpark-nord");
    private static final SignedClaim CLAIM = PLANT.claims(0, 1_000, 301_000, 701_000);
    private static final List<JsonNode> SEEN = new ArrayList<>();
    private static final Map<String, Long> MILLIS = new LinkedHashMap<>();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path data;

    private static RunningNetwork network;
    private static Client client;
    private static String certificate;
    private static String bought;
    private static String retireTx;

    @BeforeAll
    static void startEverything() throws Exception {
        network = new RunningNetwork(data, NodeHome.at(Path.of("target/corda-node")));
        timed("bootstrap", network::bootstrap);
        timed("bootstrap again", network::bootstrap);
        timed("start", () -> {
            for (CordaNode node : CordaNode.values()) {
                network.start(node);
            }
            network.startGateway();
            network.awaitHealthy();
        });
        client = network.client();
    }

    @AfterAll
    static void stopEverything() throws Exception {
        System.out.println("measured: " + MILLIS + " ms; resident: " + network.memory());
        timed("stop", network::close);
        System.out.println("stopped after " + MILLIS.get("stop") + " ms");
    }

    @Test
    @Order(1)
    void accountsAndADeviceAreRegistered() throws Exception {
        ok("account", "/v1/accounts", account("windpark-nord", "generator"));
        ok("second account", "/v1/accounts", account("acme", "buyer"));
        ObjectNode device = command("d1").put("actor", "ida").put("reason", "approved");
        device.set("device", PLANT.device());
        Reply registered = ok("device", "/v1/devices", device);
        assertThat(ok("device again", "/v1/devices", device).text("txId")).isEqualTo(registered.text("txId"));
    }

    @Test
    @Order(2)
    void aClaimIsIssuedOnceAndAnOverlapIsRefusedAtTheLedger() throws Exception {
        Reply issued = ok("issue", "/v1/claims", claim(CLAIM));
        certificate = issued.text("certificateId");
        assertThat(certificate).isEqualTo("WTG-0001:20261101T0000Z:0-700000");
        assertThat(ok("issue again", "/v1/claims", claim(CLAIM)).text("txId")).isEqualTo(issued.text("txId"));

        Reply refused = client.post("/v1/claims", claim(PLANT.claims(1, 301_000, 701_000, 801_000)));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("rule")).isEqualTo("INTERVAL_NOT_YET_ISSUED");
    }

    @Test
    @Order(3)
    void theFeedGoesOnWhereItWasAfterTheGatewayWasKilled() throws Exception {
        readEvents(2);
        network.killGateway();
        network.startGateway();
        network.awaitHealthy();
        ObjectNode deposit = money("m1", 50_000);
        assertThat(ok("deposit", "/v1/deposits", deposit)
                        .body()
                        .path("balanceMinor")
                        .asLong())
                .isEqualTo(50_000);
        assertThat(ok("deposit again", "/v1/deposits", deposit)
                        .body()
                        .path("balanceMinor")
                        .asLong())
                .isEqualTo(50_000);
        readEvents(3);
        assertThat(types())
                .containsExactly(
                        "AccountOpened", "AccountOpened", "DeviceRegistered", "CertificateChanged", "BalanceChanged");
    }

    @Test
    @Order(4)
    void aNodeThatWasKilledIsFoundAgain() throws Exception {
        network.kill(CordaNode.MARKET);
        Thread.sleep(3_000);
        assertThat(client.get("/health").body().toString()).contains("{\"name\":\"market\",\"status\":\"DOWN\"}");
        timed("market again", () -> {
            network.start(CordaNode.MARKET);
            network.awaitHealthy();
        });
    }

    @Test
    @Order(5)
    void aPurchaseDeliversAgainstPayment() throws Exception {
        ObjectNode offer = command("o1")
                .put("accountId", "windpark-nord")
                .put("certificateId", certificate)
                .put("quantityWh", 500_000)
                .put("priceMinorPerMwh", 4_250)
                .put("currency", "EUR")
                .put("minLotWh", 1_000)
                .put("validUntil", "2036-01-01T00:00:00Z");
        String offered = ok("offer", "/v1/offers", offer).text("certificateId");
        ObjectNode purchase = command("p1")
                .put("accountId", "acme")
                .put("maxTotalMinor", 10_000)
                .put("currency", "EUR");
        purchase.putArray("items").addObject().put("certificateId", offered).put("quantityWh", 400_000);
        Reply purchased = ok("purchase", "/v1/purchases", purchase);
        assertThat(purchased.body().path("totalMinor").asLong()).isEqualTo(1_700);
        bought = purchased.body().at("/certificates/0/certificateId").asText();
        assertThat(client.get("/v1/accounts/acme/balance")
                        .body()
                        .at("/0/amountMinor")
                        .asLong())
                .isEqualTo(48_300);
        String rest = "WTG-0001:20261101T0015Z:400000-500000";
        Reply cancelled = client.delete("/v1/offers/" + rest + "?requestId=c1&accountId=windpark-nord");
        assertThat(cancelled.text("certificateId")).isEqualTo(rest);
    }

    @Test
    @Order(6)
    void aRetirementHasItsStatementNumber() throws Exception {
        ObjectNode retirement = retirement("r1", "acme", bought, 0);
        Reply retired = ok("retire", "/v1/retirements", retirement);
        assertThat(retired.text("statementNo")).matches("RS(-[0-9A-HJKMNP-TV-Z]{4}){4}");
        retireTx = retired.text("txId");
    }

    @Test
    @Order(7)
    void theFeedIsCompleteAndInOrder() throws Exception {
        readEvents(100);
        for (int i = 0; i < SEEN.size(); i++) {
            assertThat(SEEN.get(i).path("seq").asLong()).isEqualTo(i + 1);
        }
        assertThat(types())
                .endsWith("CertificateConsumed", "CertificateRetired")
                .contains("TradeSettled");
        assertThat(client.get("/v1/events?after=" + SEEN.size() + "&waitMillis=1000")
                        .body()
                        .path("events"))
                .isEmpty();
    }

    @Test
    @Order(8)
    void transactionsAreProvenFromTheirBytesAlone() throws Exception {
        Reply detail = client.get("/v1/transactions/" + retireTx);
        assertThat(detail.status()).as(detail.body().toString()).isEqualTo(200);
        assertProven(detail.body().path("proof"));
        Reply provenance = client.get("/v1/certificates/" + bought + "/provenance");
        assertThat(provenance.status()).as(provenance.body().toString()).isEqualTo(200);
        assertThat(provenance.body().path("transactions").size()).isGreaterThanOrEqualTo(4);
        provenance.body().path("transactions").forEach(WholeLedgerTest::assertProven);
        assertThat(client.get("/v1/certificates/WTG-0001:20261101T0000Z:0-1/provenance")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Order(9)
    void aPieceChangesHandsWithoutMoney() throws Exception {
        ObjectNode transfer = command("t1")
                .put("accountId", "windpark-nord")
                .put("receiver", "acme")
                .put("until", Instant.now().plus(Duration.ofHours(71)).toString())
                .put("actor", "greta");
        transfer.putArray("items")
                .addObject()
                .put("certificateId", "WTG-0001:20261101T0015Z:500000-700000")
                .put("serialFrom", 550_000)
                .put("quantityWh", 50_000);
        String transferId = ok("transfer", "/v1/transfers", transfer).text("transferId");
        ObjectNode accept = command("t2").put("accountId", "acme").put("actor", "bruno");
        ok("accept", "/v1/transfers/" + transferId + "/accept", accept);
    }

    @Test
    @Order(10)
    void whatIsFrozenStays() throws Exception {
        ObjectNode freeze = command("f1")
                .put("actor", "rita")
                .put("reason", "suspicion")
                .put("caseNo", "C-1")
                .put("by", "REGULATOR")
                .put("subjectType", "DEVICE")
                .put("subjectId", "WTG-0001");
        String freezeId = ok("freeze", "/v1/freezes", freeze).text("freezeId");
        Reply refused = client.post("/v1/claims", claim(PLANT.claims(2, 701_000, 801_000)));
        assertThat(refused.text("rule")).isEqualTo("SUBJECT_IS_NOT_FROZEN");
        ObjectNode lift =
                command("f2").put("actor", "rita").put("reason", "cleared").put("by", "REGULATOR");
        ok("lift", "/v1/freezes/" + freezeId + "/lift", lift);
        assertThat(client.get("/v1/freezes").body()).isEmpty();
    }

    @Test
    @Order(11)
    void whatWasRetiredOfWithdrawnTimeIsDebt() throws Exception {
        ObjectNode withdrawal = command("w1")
                .put("actor", "ida")
                .put("reason", "wrong factor")
                .put("meterId", "MTR-0001")
                .put("start", "2026-11-01T00:00:00Z")
                .put("end", "2026-11-01T00:30:00Z");
        Reply unapproved = client.post("/v1/withdrawals-of-certificates", withdrawal);
        assertThat(unapproved.text("rule")).isEqualTo("APPROVAL_IS_GIVEN");
        ok(
                "approval",
                "/v1/approvals",
                command("ap1")
                        .put("actor", "rita")
                        .put("reason", "agreed")
                        .put("act", "WITHDRAW")
                        .put("subject", "MTR-0001:2026-11-01T00:00:00Z/2026-11-01T00:30:00Z")
                        .put(
                                "validUntil",
                                Instant.now().plus(Duration.ofHours(1)).toString()));
        Reply withdrawn = ok("withdrawal", "/v1/withdrawals-of-certificates", withdrawal);
        assertThat(withdrawn.body().path("withdrawnWh").asLong()).isEqualTo(300_000);
        assertThat(withdrawn.body().path("debtWh").asLong()).isEqualTo(400_000);
        assertThat(withdrawn.body().path("reopened").asBoolean()).isFalse();
        readEvents(100);
        assertThat(types())
                .contains("TransferProposed", "TransferEnded", "Frozen", "Unfrozen", "CertificateWithdrawn")
                .endsWith("DebtRaised");
    }

    @Test
    @Order(12)
    void aStorageGivesBackWhatItWasChargedWith() throws Exception {
        Plant turbine = new Plant("0301", "windpark-nord");
        Plant battery = new Plant("0300", "windpark-nord");
        register("turbine", turbine.device().put("latitude", 55));
        register("battery", battery.device().put("latitude", 56).put("technology", "STORAGE"));
        String charged = ok("turbine's claim", "/v1/claims", claim(turbine.claims(0, 0, 10_000)))
                .text("certificateId");
        ok(
                "storage",
                "/v1/storage/accounts",
                command("so1")
                        .put("deviceId", "WTG-0300")
                        .put("efficiencyPpm", 900_000)
                        .put("actor", "ida")
                        .put("reason", "measured"));
        ObjectNode charge = command("sc1")
                .put("accountId", "windpark-nord")
                .put("deviceId", "WTG-0300")
                .put("actor", "greta");
        charge.putArray("items").addObject().put("certificateId", charged);
        String txId = ok("charge", "/v1/storage/charges", charge).text("txId");
        assertThat(ok("charge again", "/v1/storage/charges", charge).text("txId"))
                .isEqualTo(txId);
        assertThat(client.post("/v1/storage/discharges", claim(battery.claims(0, 0, 9_001)))
                        .text("rule"))
                .isEqualTo("DISCHARGE_IS_COVERED");
        ObjectNode discharge = claim(battery.claims(0, 0, 9_000));
        assertThat(client.post("/v1/claims", discharge).text("rule")).isEqualTo("STORED_ENERGY_IS_DISCHARGED");
        String discharged = ok("discharge", "/v1/storage/discharges", discharge).text("txId");
        assertThat(ok("discharge again", "/v1/storage/discharges", discharge).text("txId"))
                .isEqualTo(discharged);
        readEvents(100);
        assertThat(told("StorageDischarged").path("lostWh").asLong()).isEqualTo(1_000);
    }

    @Test
    @Order(13)
    void whatAPointConsumedIsClaimedOnce() throws Exception {
        Plant consumer = new Plant("0400", "windpark-nord");
        ok(
                "point",
                "/v1/consumption-points",
                command("cp1")
                        .put("accountId", "windpark-nord")
                        .put("pointId", "DE-POINT-1")
                        .put("meterId", consumer.meterId())
                        .put("meterKey", consumer.meterKey())
                        .put("intervalSeconds", 900)
                        .put("since", "2026-11-01T00:00:00Z")
                        .put("actor", "ida")
                        .put("reason", "connected"));
        String energy = "WTG-0300:20261101T0000Z:0-9000";
        assertThat(client.post("/v1/retirements", consumed("rc1", energy, 8_000, consumer.says(0, 0, 7_999)))
                        .text("rule"))
                .isEqualTo("RETIREMENT_FITS_CONSUMPTION");
        ObjectNode retirement = consumed("rc2", energy, 8_000, consumer.says(0, 0, 8_000));
        String statementNo =
                ok("retired for consumption", "/v1/retirements", retirement).text("statementNo");
        assertThat(ok("the same again", "/v1/retirements", retirement).text("statementNo"))
                .isEqualTo(statementNo);
        assertThat(client.post(
                                "/v1/retirements",
                                consumed("rc3", "WTG-0300:20261101T0000Z:8000-9000", 0, consumer.says(0, 0, 8_000)))
                        .text("rule"))
                .isEqualTo("CONSUMPTION_NOT_YET_CLAIMED");
        retirement.putArray("allocation");
        assertThat(client.post("/v1/retirements", retirement).text("field")).isEqualTo("allocation");
    }

    private static ObjectNode consumed(
            String requestId, String certificateId, long quantityWh, SignedRecord statement) {
        ObjectNode retirement = retirement(requestId, "windpark-nord", certificateId, quantityWh);
        retirement
                .putObject("consumption")
                .put("pointId", "DE-POINT-1")
                .put("statement", Plant.base64(statement.encode()));
        return retirement;
    }

    private static ObjectNode retirement(String requestId, String accountId, String certificateId, long quantityWh) {
        ObjectNode retirement = command(requestId)
                .put("accountId", accountId)
                .put("purpose", "Electricity use 2026")
                .put("mainReason", "VOLUNTARY")
                .put("periodStart", "2026-11-01T00:00:00Z")
                .put("periodEnd", "2026-12-01T00:00:00Z");
        retirement
                .putArray("items")
                .addObject()
                .put("certificateId", certificateId)
                .put("quantityWh", quantityWh);
        retirement
                .putObject("beneficiary")
                .put("name", "Acme B.V.")
                .put("id", "NL-1")
                .put("country", "NL")
                .put("location", "Amsterdam");
        return retirement;
    }

    private static void register(String what, ObjectNode device) throws IOException, InterruptedException {
        ObjectNode command = command("register-" + what).put("actor", "ida").put("reason", "approved");
        command.set("device", device);
        ok(what, "/v1/devices", command);
    }

    /** What the last event of a type tells. */
    private static JsonNode told(String type) {
        return SEEN.stream()
                .filter(event -> event.path("type").asText().equals(type))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .path("data");
    }

    private static void assertProven(JsonNode proof) {
        Map<Integer, List<byte[]>> groups = new TreeMap<>();
        for (JsonNode group : proof.path("groups")) {
            List<byte[]> components = new ArrayList<>();
            group.path("components").forEach(component -> components.add(bytes(component)));
            groups.put(group.path("ordinal").asInt(), components);
        }
        Digest id = new TransactionProof(bytes(proof.path("privacySalt")), groups).id();
        assertThat(id.toString()).isEqualToIgnoringCase(proof.path("txId").asText());
        assertThat(proof.path("signatures")).isNotEmpty().allSatisfy(signature -> assertThat(new TransactionSignature(
                                SigningKey.of(bytes(signature.path("by"))),
                                bytes(signature.path("signature")),
                                bytes(signature.path("signed")))
                        .covers(id, new PlatformSignatures()))
                .isTrue());
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asText());
    }

    private static void readEvents(int pageSize) throws IOException, InterruptedException {
        while (true) {
            Reply page = client.get("/v1/events?after=" + SEEN.size() + "&limit=" + pageSize);
            assertThat(page.status()).as(page.body().toString()).isEqualTo(200);
            if (page.body().path("events").isEmpty()) {
                return;
            }
            page.body().path("events").forEach(SEEN::add);
        }
    }

    private static List<String> types() {
        return SEEN.stream().map(event -> event.path("type").asText()).toList();
    }

    private static Reply ok(String what, String path, ObjectNode body) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Reply reply = client.post(path, body);
        MILLIS.put(what, (System.nanoTime() - start) / 1_000_000);
        assertThat(reply.status()).as(what + " " + reply.body()).isEqualTo(200);
        return reply;
    }

    private static ObjectNode command(String requestId) {
        return Json.MAPPER.createObjectNode().put("requestId", requestId);
    }

    private static ObjectNode account(String id, String role) {
        ObjectNode account = command("open-" + id)
                .put("accountId", id)
                .put("name", "Organisation " + id)
                .put("country", "DE");
        account.putArray("roles").add(role);
        return account;
    }

    private static ObjectNode money(String requestId, long amountMinor) {
        return command(requestId)
                .put("accountId", "acme")
                .put("amountMinor", amountMinor)
                .put("currency", "EUR")
                .put("actor", "ida")
                .put("reason", "bank transfer");
    }

    private static ObjectNode claim(SignedClaim claim) {
        return Json.MAPPER.createObjectNode().put("claim", Plant.base64(claim.encode()));
    }

    private interface Step {
        void run() throws Exception;
    }

    private static void timed(String what, Step step) throws Exception {
        long start = System.nanoTime();
        step.run();
        MILLIS.put(what, (System.nanoTime() - start) / 1_000_000);
    }
}
