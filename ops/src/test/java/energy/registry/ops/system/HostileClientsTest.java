package energy.registry.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.ops.device.HttpDoor;
import energy.registry.ops.device.HttpDoor.Answer;
import energy.registry.ops.device.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Ways to count energy twice, tried against the running nodes through their gateway: each is refused by its rule's name,
 * of two that race exactly one wins, and the regulator's audit finds nothing afterwards. The numbers are those of the rule
 * book's last column.
 */
@Tag("slow")
@ExtendWith(RunningSystem.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class HostileClientsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final String RUN = Long.toString(System.nanoTime() / 1_000_000 % 100_000_000, Character.MAX_RADIX);
    private static final String SELLER = "hostile-seller-" + RUN;
    private static final String BUYER = "hostile-buyer-" + RUN;
    private static final String RIVAL = "hostile-rival-" + RUN;
    private static final SpeakingPlant PLANT = plant("1");
    private static final SpeakingPlant OTHER = plant("2");
    private static final List<String> CERTIFICATES = new ArrayList<>();
    private static int requests;

    private final RunningSystem.Handle system;
    private final HttpDoor gateway;

    HostileClientsTest(RunningSystem.Handle system) throws IOException {
        this.system = system;
        this.gateway = new HttpDoor(
                URI.create("http://127.0.0.1:" + system.port(8090)),
                Files.readString(system.data().resolve("secrets/service-token")).strip());
    }

    private static SpeakingPlant plant(String number) {
        long midnight =
                LocalDate.now(ZoneOffset.UTC).minusDays(2).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        int microDegrees =
                10_000_000 + Math.floorMod(RUN.hashCode(), 60_000) * 1_000 + Integer.parseInt(number) * 100_000;
        return new SpeakingPlant(RUN + "-" + number, SELLER, microDegrees / 1e6, midnight);
    }

    @Test
    @Order(1)
    void aDeviceDoesNotLiveUnderTwoNames() {
        Stream.of(SELLER, BUYER, RIVAL).forEach(this::open);
        done("/v1/deposits", money(BUYER));
        done("/v1/deposits", money(RIVAL));
        done("/v1/devices", device(PLANT.device()));
        ObjectNode fresh = OTHER.device();
        // D4: the same plant under another id, D3: its meter under a second device, spelt in another way.
        refused("DEVICE_IS_NEW", "/v1/devices", device(PLANT.device().put("deviceId", "HOST-ALIAS-" + RUN)));
        refused("DEVICE_IS_NEW", "/v1/devices", device(fresh.deepCopy().put("meterId", PLANT.meterId())));
        refused(
                "DEVICE_IS_NEW",
                "/v1/devices",
                device(fresh.deepCopy().put("meterSerial", " s_" + PLANT.name.toUpperCase() + " ")));
        // D33: another plant's camera would show the same clip for two.
        ObjectNode borrowed = fresh.deepCopy();
        borrowed.set("cameras", PLANT.device().path("cameras"));
        refused("DEVICE_IS_NEW", "/v1/devices", device(borrowed));
        done("/v1/devices", device(fresh));
    }

    @Test
    @Order(2)
    void energyIsIssuedOnceAndNotAboveWhatMeterAndVerifiersSigned() {
        for (int quarter = 0; quarter < 8; quarter++) {
            CERTIFICATES.add(done("/v1/claims", PLANT.claim(quarter))
                    .path("certificateId")
                    .asText());
            PLANT.wasIssued();
        }
        long next = PLANT.start(8);
        long register = 8 * SpeakingPlant.QUARTER_WH;
        // D1 and D2: the same time in other words, a longer time that contains it; a time off the grid cannot even be
        // stated.
        refused(
                "INTERVAL_NOT_YET_ISSUED",
                "/v1/claims",
                PLANT.claim(PLANT.start(3), PLANT.meter, PLANT.verifiers, 1_200_000, 1_600_001));
        refused("INTERVAL_NOT_YET_ISSUED", "/v1/claims", PLANT.claim(7, 2));
        // D3: the meter speaks for another device.
        refused(
                "DEVICE_OWNS_METER",
                "/v1/claims",
                PLANT.claim(OTHER.deviceId(), next, PLANT.meter, PLANT.verifiers, register, register + 1));
        // D15: no meter's signature, one verifier instead of two, strangers as verifiers, more than they saw.
        refused(
                "METER_SIGNED_STATEMENT",
                "/v1/claims",
                PLANT.claim(next, OTHER.meter, PLANT.verifiers, register, register + 1));
        refused(
                "QUORUM_SIGNED_CLAIM",
                "/v1/claims",
                PLANT.claim(next, PLANT.meter, PLANT.verifiers.subList(0, 1), register, register + 1));
        refused(
                "QUORUM_SIGNED_CLAIM",
                "/v1/claims",
                PLANT.claim(
                        next, PLANT.meter, SpeakingPlant.strangers().limit(2).toList(), register, register + 1));
        refused(
                "ENERGY_IS_WITHIN_ENVELOPE",
                "/v1/claims",
                PLANT.claim(next, PLANT.meter, PLANT.verifiers, register, register + 500_001));
    }

    @Test
    @Order(3)
    void ofTwoClientsAfterOneMetersTimeOneWins() {
        long start = PLANT.start(8);
        long register = 8 * SpeakingPlant.QUARTER_WH;
        List<Answer> answers = together(
                () -> settled("/v1/claims", PLANT.claim(start, PLANT.meter, PLANT.verifiers, register, 3_600_000)),
                () -> settled("/v1/claims", PLANT.claim(start, PLANT.meter, PLANT.verifiers, register, 3_599_999)));
        assertOneWon(answers, "INTERVAL_NOT_YET_ISSUED");
    }

    @Test
    @Order(4)
    void whatIsOfferedIsSoldOnceAndByItsOwnerOnly() {
        done("/v1/offers", offer(SELLER, CERTIFICATES.get(0)));
        // D9: offered, sent and retired while it is offered; D10: by somebody else.
        refused("CERTIFICATE_IS_ACTIVE", "/v1/offers", offer(SELLER, CERTIFICATES.get(0)));
        refused("CERTIFICATE_IS_ACTIVE", "/v1/transfers", transfer(SELLER, CERTIFICATES.get(0)));
        refused("CERTIFICATE_IS_ACTIVE", "/v1/retirements", retirement(SELLER, CERTIFICATES.get(0), 0));
        refused("OWNER_HOLDS_CERTIFICATE", "/v1/offers", offer(RIVAL, CERTIFICATES.get(1)));
        refused("OWNER_HOLDS_CERTIFICATE", "/v1/transfers", transfer(RIVAL, CERTIFICATES.get(1)));
        refused("OWNER_HOLDS_CERTIFICATE", "/v1/retirements", retirement(RIVAL, CERTIFICATES.get(1), 0));
        refused("CERTIFICATE_IS_OFFERED", "/v1/purchases", purchase(BUYER, CERTIFICATES.get(1)));
        refused("BUYER_IS_NOT_SELLER", "/v1/purchases", purchase(SELLER, CERTIFICATES.get(0)));
        refused(
                "TOTAL_IS_WITHIN_LIMIT",
                "/v1/purchases",
                purchase(BUYER, CERTIFICATES.get(0)).put("maxTotalMinor", 1));
        JsonNode sent = done("/v1/transfers", transfer(SELLER, CERTIFICATES.get(1)));
        refused("REQUIRED_KEYS_SIGN", "/v1/transfers/" + sent.path("transferId").asText() + "/accept", command(RIVAL));
        refused("CERTIFICATE_IS_ACTIVE", "/v1/offers", offer(SELLER, CERTIFICATES.get(1)));
    }

    @Test
    @Order(5)
    void ofTwoBuyersOfOneOfferOneWins() {
        List<Answer> answers = together(
                () -> settled("/v1/purchases", purchase(BUYER, CERTIFICATES.get(0))),
                () -> settled("/v1/purchases", purchase(RIVAL, CERTIFICATES.get(0))));
        assertOneWon(answers, "CERTIFICATE_IS_OFFERED");
    }

    @Test
    @Order(6)
    void aRetirementIsMadeOnceAndSharedOutOnce() {
        ObjectNode overlapping = retirement(SELLER, CERTIFICATES.get(2), 0);
        share(overlapping, 2 * SpeakingPlant.QUARTER_WH, 1_000);
        share(overlapping, 2 * SpeakingPlant.QUARTER_WH + 999, 1_000);
        // D12: one watt-hour for two end users; D23: more than there is, and beyond its end.
        refused("ALLOCATION_FITS_RETIREMENT", "/v1/retirements", overlapping);
        refused(
                "QUANTITY_IS_POSITIVE",
                "/v1/retirements",
                retirement(SELLER, CERTIFICATES.get(2), SpeakingPlant.QUARTER_WH + 1));
        ObjectNode beyond = retirement(SELLER, CERTIFICATES.get(2), 2);
        ((ObjectNode) beyond.path("items").get(0)).put("serialFrom", 3 * SpeakingPlant.QUARTER_WH - 1);
        refused("QUANTITY_IS_POSITIVE", "/v1/retirements", beyond);
        done("/v1/retirements", retirement(SELLER, CERTIFICATES.get(2), 0));
        // D11: again, and sold afterwards.
        refused("CERTIFICATE_EXISTS", "/v1/retirements", retirement(SELLER, CERTIFICATES.get(2), 0));
        refused("CERTIFICATE_EXISTS", "/v1/offers", offer(SELLER, CERTIFICATES.get(2)));
    }

    @Test
    @Order(7)
    void withdrawnTimeIsNotIssuedAgainWhereAPartWasRetired() {
        done("/v1/retirements", retirement(SELLER, CERTIFICATES.get(3), 100_000));
        JsonNode withdrawn = done("/v1/withdrawals-of-certificates", withdrawal(3));
        assertThat(withdrawn.path("reopened").asBoolean()).as("%s", withdrawn).isFalse();
        assertThat(withdrawn.path("debtWh").asLong()).isEqualTo(100_000);
        // D21: the rest of that time is not issued a second time, and sold energy is not taken back alone.
        refused("INTERVAL_NOT_YET_ISSUED", "/v1/claims", PLANT.claim(3, 2));
        refused("APPROVAL_IS_GIVEN", "/v1/withdrawals-of-certificates", withdrawal(0));
    }

    @Test
    @Order(8)
    void frozenSellersAndDevicesStandStill() {
        done("/v1/offers", offer(SELLER, CERTIFICATES.get(5)));
        String account =
                done("/v1/freezes", freeze("ACCOUNT", SELLER)).path("freezeId").asText();
        // D32: from before the freeze, and after it.
        refused("SUBJECT_IS_NOT_FROZEN", "/v1/purchases", purchase(BUYER, CERTIFICATES.get(5)));
        refused("SUBJECT_IS_NOT_FROZEN", "/v1/offers", offer(SELLER, CERTIFICATES.get(6)));
        done("/v1/freezes/" + account + "/lift", officer());
        String device = done("/v1/freezes", freeze("DEVICE", PLANT.deviceId()))
                .path("freezeId")
                .asText();
        refused("SUBJECT_IS_NOT_FROZEN", "/v1/claims", PLANT.claim(9));
        refused("SUBJECT_IS_NOT_FROZEN", "/v1/offers", offer(SELLER, CERTIFICATES.get(6)));
        done("/v1/freezes/" + device + "/lift", officer());
        done("/v1/purchases", purchase(BUYER, CERTIFICATES.get(5)));
    }

    @Test
    @Order(9)
    void theAuditFindsNothing() throws Exception {
        RegistryCommand.Answer audit = system.call("audit", "--json");
        assertThat(audit.exit()).as(audit.out()).isZero();
    }

    private static void assertOneWon(List<Answer> answers, String rule) {
        assertThat(answers).filteredOn(Answer::isAccepted).as("%s", answers).hasSize(1);
        assertThat(answers).filteredOn(answer -> !answer.isAccepted()).allSatisfy(answer -> assertThat(answer.problem())
                .contains(rule));
    }

    /** An answer, not told to come back later. */
    private Answer settled(String path, ObjectNode body) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Answer answer = post(path, body);
            boolean later = answer.status() >= 500
                    || answer.body().path("rule").asText().equals("LEDGER_IS_NOT_CONTENDED");
            if (!later || System.nanoTime() > end) {
                return answer;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private Answer post(String path, ObjectNode body) {
        try {
            return gateway.post(path, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Answer> together(
            java.util.function.Supplier<Answer> one, java.util.function.Supplier<Answer> other) {
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(one, hand -> new Thread(hand).start());
        CompletableFuture<Answer> second = CompletableFuture.supplyAsync(other, hand -> new Thread(hand).start());
        return List.of(first.join(), second.join());
    }

    private JsonNode done(String path, ObjectNode body) {
        Answer answer = settled(path, body);
        assertThat(answer.isAccepted()).as("%s %s", path, answer.problem()).isTrue();
        return answer.body();
    }

    private void refused(String rule, String path, ObjectNode body) {
        Answer answer = settled(path, body);
        assertThat(answer.isAccepted()).as("%s %s", path, answer.body()).isFalse();
        assertThat(answer.body().path("rule").asText())
                .as("%s %s", path, answer.problem())
                .isEqualTo(rule);
    }

    private static ObjectNode officer() {
        return Json.object()
                .put("requestId", "h-" + RUN + "-" + requests++)
                .put("actor", "ida")
                .put("reason", "hostile test")
                .put("by", "REGULATOR");
    }

    private static ObjectNode command(String accountId) {
        return Json.object()
                .put("requestId", "h-" + RUN + "-" + requests++)
                .put("accountId", accountId)
                .put("actor", "mallory");
    }

    private void open(String accountId) {
        ObjectNode body = command(accountId).put("name", accountId).put("country", "DE");
        body.putArray("roles").add("generator").add("buyer");
        done("/v1/accounts", body);
    }

    private static ObjectNode money(String accountId) {
        return officer()
                .put("accountId", accountId)
                .put("amountMinor", 1_000_000)
                .put("currency", "EUR");
    }

    private static ObjectNode device(ObjectNode device) {
        ObjectNode body = officer();
        body.set("device", device);
        return body;
    }

    private static ObjectNode offer(String accountId, String certificateId) {
        return command(accountId)
                .put("certificateId", certificateId)
                .put("priceMinorPerMwh", 4_250)
                .put("currency", "EUR")
                .put("minLotWh", 1)
                .put("validUntil", Instant.now().plus(Duration.ofDays(7)).toString());
    }

    private static ObjectNode items(ObjectNode body, String certificateId, Consumer<ObjectNode> more) {
        more.accept(body.putArray("items").addObject().put("certificateId", certificateId));
        return body;
    }

    private static ObjectNode purchase(String accountId, String certificateId) {
        return items(command(accountId), certificateId, item -> item.put("quantityWh", 0))
                .put("maxTotalMinor", 1_000_000)
                .put("currency", "EUR");
    }

    private static ObjectNode transfer(String accountId, String certificateId) {
        return items(command(accountId), certificateId, item -> {})
                .put("receiver", BUYER)
                .put("until", Instant.now().plus(Duration.ofHours(24)).toString());
    }

    private static ObjectNode retirement(String accountId, String certificateId, long quantityWh) {
        ObjectNode body = items(command(accountId), certificateId, item -> item.put("quantityWh", quantityWh))
                .put("purpose", "Electricity use")
                .put("mainReason", "VOLUNTARY")
                .put("periodStart", "2026-01-01T00:00:00Z")
                .put("periodEnd", "2027-01-01T00:00:00Z");
        body.putObject("beneficiary")
                .put("name", "Mallory Ltd")
                .put("id", "DE-1")
                .put("country", "DE")
                .put("location", "Kiel");
        return body;
    }

    private static void share(ObjectNode retirement, long serialFrom, long quantityWh) {
        retirement
                .withArray("allocation")
                .addObject()
                .put("name", "End user " + serialFrom)
                .put("country", "DE")
                .put("deviceId", PLANT.deviceId())
                .put("serialFrom", serialFrom)
                .put("quantityWh", quantityWh);
    }

    private static ObjectNode withdrawal(int quarter) {
        return officer()
                .put("meterId", PLANT.meterId())
                .put("start", Instant.ofEpochSecond(PLANT.start(quarter)).toString())
                .put("end", Instant.ofEpochSecond(PLANT.start(quarter + 1)).toString());
    }

    private static ObjectNode freeze(String subjectType, String subjectId) {
        return officer()
                .put("caseNo", "C-" + RUN)
                .put("subjectType", subjectType)
                .put("subjectId", subjectId);
    }
}
