package energy.registry.ledger.flow;

import static java.util.Collections.singletonList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.fixture.Keypair;
import energy.registry.fixture.Plant;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A device's record, status, owner and meter on four nodes, each step building on those before it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifeOfADeviceTest {
    private static final Plant PLANT = Plant.of("0001", "windpark-nord");
    private static final Keypair NEW_METER = Keypair.fresh();
    private static final Instant ONE = Instant.ofEpochSecond(Plant.MIDNIGHT).plusSeconds(3_600);
    private static final Instant TWO = ONE.plusSeconds(3_600);
    private static final Instant THREE = TWO.plusSeconds(3_600);
    private static TestNetwork network;

    @BeforeAll
    static void startNodes() throws LedgerRefusal {
        network = new TestNetwork();
        for (String account : new String[] {"windpark-nord", "acme"}) {
            network.onMarket(new OpenAccount(account, account, account, "DE", singletonList("generator")));
        }
        network.onIssuingBody(
                new RegisterDevice("d1", "ida", "approved", PLANT.device().encode()));
    }

    @AfterAll
    static void stopNodes() {
        network.close();
    }

    @Test
    @Order(1)
    void theRegulatorSuspendsAndTheIssuingBodyResumes() throws LedgerRefusal {
        ChangedDevice suspended = network.onRegulator(status("s1", "SUSPEND"));
        assertThat(suspended.getStatus()).isEqualTo("SUSPENDED");
        assertThat(network.onRegulator(status("s1", "SUSPEND")).getTxId()).isEqualTo(suspended.getTxId());
        assertThat(issue(PLANT.says(0, 0, 500).claim()).getRule()).isEqualTo("DEVICE_IS_ACTIVE");
        assertRefused("STATUS_PERMITS_ACTION", () -> network.onIssuingBody(status("s2", "SUSPEND")));
        assertRefused("ATTESTATION_IS_OVERDUE", () -> {
            network.onIssuingBody(status("s3", "RESUME"));
            network.onIssuingBody(status("s4", "LAPSE"));
        });
        assertThat(network.onIssuingBody(status("s5", "ATTEST")).getStatus()).isEqualTo("APPROVED");
        assertThat(issue(PLANT.says(0, 0, 500).claim()).getEnergyWh()).isEqualTo(500);
        assertRefused(
                "DEVICE_EXISTS",
                () -> network.onIssuingBody(
                        new ChangeDeviceStatus("s6", "ida", "audit", "WTG-7", "SUSPEND", FlowArguments.NO_TIME)));
    }

    @Test
    @Order(2)
    void anAmendmentHoldsFromItsTimeOn() throws LedgerRefusal {
        ProductionDevice smaller =
                PLANT.device().toBuilder().capacityW(1_000_000).build();
        ChangedDevice amended = network.onIssuingBody(new AmendDevice("a1", "ida", "derated", smaller.encode(), ONE));
        assertThat(amended.getDeviceDigest()).isEqualTo(smaller.digest().toString());
        assertThat(issue(PLANT.says(4, 1_000, 301_000).claim()).getRule()).isEqualTo("ENERGY_IS_WITHIN_CAPACITY");
        ClaimOutcome before = issue(PLANT.says(3, 1_000, 301_000).claim());
        assertThat(before.isIssued()).isTrue();
        assertThat(network.onRegulator(new ReadProvenance(before.getCertificateId()))
                        .getDevice())
                .isEqualTo(PLANT.device().encode());
        byte[] moved = smaller.toBuilder().location(1, 1).build().encode();
        assertRefused(
                "CHANGE_KEEPS_THE_REST",
                () -> network.onIssuingBody(new AmendDevice("a2", "ida", "moved", moved, ONE)));
    }

    @Test
    @Order(3)
    void anotherMeterContinuesTheDevicesSerials() throws LedgerRefusal {
        MeterExchange exchange = exchange(301_500, "N-1");
        ChangedDevice exchanged =
                network.onIssuingBody(new ExchangeMeter("x1", "ida", "calibration", PLANT.meterId(), exchange));
        assertThat(exchanged.getEpoch()).isEqualTo(1);
        assertRefused(
                "DEVICE_IS_NEW",
                () -> network.onIssuingBody(new ExchangeMeter(
                        "x2",
                        "ida",
                        "again",
                        PLANT.meterId(),
                        exchange(10, PLANT.device().meterSerial()))));
        ClaimOutcome first = issue(
                PLANT.says(8, 10, 110).epoch(1).sequence(0).signedBy(NEW_METER).claim());
        assertThat(first.getCertificateId()).isEqualTo("WTG-0001:20261101T0200Z:300500-300600");
        ClaimOutcome late = issue(PLANT.says(4, 301_000, 301_300).claim());
        assertThat(late.getCertificateId()).isEqualTo("WTG-0001:20261101T0100Z:300600-300900");
    }

    private static MeterExchange exchange(long closing, String serial) {
        return new MeterExchange(
                TWO, closing, new byte[0], 10, serial, "Twin", NEW_METER.key().encoded());
    }

    @Test
    @Order(4)
    void theOldMeterStaysTaken() {
        byte[] withOldMeter = Plant.of("0009", "windpark-nord")
                .deviceBuilder()
                .meter(
                        "MTR-0009",
                        PLANT.device().meterSerial(),
                        "twin",
                        Keypair.fresh().key())
                .build()
                .encode();
        assertRefused(
                "DEVICE_IS_NEW",
                () -> network.onIssuingBody(new RegisterDevice("d2", "ida", "old meter", withOldMeter)));
    }

    @Test
    @Order(5)
    void theNewOwnerGetsWhatIsProducedFromTheHandOverOn() throws LedgerRefusal {
        network.onIssuingBody(new HandOverDevice("h1", "ida", "sold", PLANT.deviceId(), "acme", THREE));
        ClaimOutcome before = issue(exchangedMeter(11, 200, 300));
        ClaimOutcome after = issue(exchangedMeter(12, 300, 400));
        assertThat(network.ownerOnMarket(before.getCertificateId())).isEqualTo("windpark-nord");
        assertThat(network.ownerOnMarket(after.getCertificateId())).isEqualTo("acme");
        assertRefused(
                "CHANGE_LIES_AFTER_ISSUED_TIME",
                () -> network.onIssuingBody(new HandOverDevice("h2", "ida", "sold", PLANT.deviceId(), "acme", THREE)));
    }

    private static SignedClaim exchangedMeter(int quarter, long from, long to) {
        return PLANT.says(quarter, from, to)
                .epoch(1)
                .sequence(2L * quarter)
                .signedBy(NEW_METER)
                .claim();
    }

    @Test
    @Order(6)
    void aRetiredDeviceIsNotChangedAgain() throws LedgerRefusal {
        assertThat(network.onIssuingBody(status("r1", "RETIRE")).getStatus()).isEqualTo("RETIRED");
        assertRefused("STATUS_PERMITS_ACTION", () -> network.onIssuingBody(status("r2", "RESUME")));
    }

    @Test
    @Order(7)
    void theFeedTellsEachChange() throws LedgerRefusal {
        List<LedgerEvent> changes = network.onRegulator(new ReadLedgerEvents(0, 1_000)).getEvents().stream()
                .filter(event ->
                        event.getType().startsWith("Device") || event.getType().startsWith("Meter"))
                .collect(Collectors.toList());
        assertThat(changes.stream().map(LifeOfADeviceTest::nameOf).collect(Collectors.toList()))
                .containsExactly(
                        "DeviceRegistered",
                        "SUSPEND",
                        "RESUME",
                        "ATTEST",
                        "AMEND",
                        "EXCHANGE_METER",
                        "MeterExchanged",
                        "HAND_OVER",
                        "RETIRE");
        assertThat(changes.get(6).getData())
                .contains("\"epoch\":1", "\"closingRegisterWh\":301500", "\"openingRegisterWh\":10");
        assertThat(changes.get(4).getData())
                .contains("\"capacityW\":1000000", "\"effectiveFrom\":\"2026-11-01T01:00:00Z\"", "\"record\":\"");
    }

    private static String nameOf(LedgerEvent event) {
        String data = event.getData();
        int at = data.indexOf("\"change\":\"");
        return at < 0 ? event.getType() : data.substring(at + 10, data.indexOf('"', at + 10));
    }

    private static ChangeDeviceStatus status(String requestId, String action) {
        return new ChangeDeviceStatus(requestId, "ida", "audit", PLANT.deviceId(), action, FlowArguments.NO_TIME);
    }

    private static ClaimOutcome issue(SignedClaim claim) throws LedgerRefusal {
        return network.onIssuingBody(new IssueCertificates(singletonList(claim.encode())))
                .getOutcomes()
                .get(0);
    }

    private static void assertRefused(String rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(LedgerRefusal.class, refusal -> assertThat(refusal.getRule())
                .isEqualTo(rule));
    }
}
