package energy.registry.domain.cursor;

import static java.util.Collections.emptyList;
import static java.util.Collections.singletonList;
import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.device.Deregistration;
import energy.registry.domain.device.DeviceStanding;
import energy.registry.domain.device.OtherRegistration;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.SupportEffect;
import energy.registry.domain.device.SupportKind;
import energy.registry.domain.device.SupportPeriod;
import energy.registry.domain.evidence.Origin;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.identity.PlatformSignatures;
import energy.registry.domain.identity.SigningKey;
import energy.registry.domain.rule.Rule;
import energy.registry.fixture.Keypair;
import energy.registry.fixture.Plant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Amendments, hand-overs, other meters, support and lateness at one cursor: the measurement's time decides. */
final class TermsOverTimeTest {
    private static final long NOW = Plant.MIDNIGHT + 86_400;
    private static final long ONE = Plant.MIDNIGHT + 3_600;

    private final Plant plant = Plant.of("0001", "windpark-nord");
    private final ProductionDevice device = plant.device();
    private final SigningKey seller = Keypair.fresh().key();
    private final MeterCursor fresh = MeterCursor.fresh(device, seller);

    @Test
    void aClaimIsJudgedByTheKeysOfItsTime() {
        Keypair next = Keypair.fresh();
        ProductionDevice rekeyed = device.toBuilder()
                .meter(device.meterId(), device.meterSerial(), device.meterMaker(), next.key())
                .build();
        MeterCursor cursor = fresh.amended(rekeyed, seller, ONE);

        MeterCursor.Acceptance after =
                accept(cursor, plant.says(4, 1_000, 1_100).signedBy(next).claim());
        assertThat(after.verdict().isValid()).isTrue();
        assertBreaks(Rule.METER_SIGNED_STATEMENT, cursor, plant.says(4, 1_000, 1_100));
        MeterCursor.Acceptance late =
                accept(after.next(), plant.says(3, 900, 1_000).claim());
        assertThat(late.verdict().isValid()).isTrue();
        assertThat(late.bundle().get().issuance().device().deviceDigest()).isEqualTo(device.digest());
        assertThat(after.bundle().get().issuance().device().deviceDigest()).isEqualTo(rekeyed.digest());
        assertBreaks(
                Rule.METER_SIGNED_STATEMENT,
                after.next(),
                plant.says(3, 900, 1_000).signedBy(next));
    }

    @Test
    void aClaimAcrossTwoVersionsIsRefused() {
        MeterCursor cursor = fresh.amended(device.toBuilder().name("Renamed").build(), seller, ONE);
        assertBreaks(Rule.RECORD_IS_IN_FORCE, cursor, plant.says(3, 0, 100, 200));
        assertThat(accept(cursor, plant.says(3, 0, 100, 200).part(0, 1).claim())
                        .verdict()
                        .isValid())
                .isTrue();
    }

    @Test
    void theCapacityIsThatOfTheTime() {
        MeterCursor cursor = fresh.amended(device.toBuilder().capacityW(1_000).build(), seller, ONE);
        assertThat(accept(cursor, plant.says(3, 0, 100_000).claim()).verdict().isValid())
                .isTrue();
        assertBreaks(Rule.ENERGY_IS_WITHIN_CAPACITY, cursor, plant.says(4, 0, 276));
        assertThat(accept(cursor, plant.says(4, 0, 275).claim()).verdict().isValid())
                .isTrue();
    }

    @Test
    void theRightToTheEnergyHasOneHolderAtATime() {
        SigningKey buyer = Keypair.fresh().key();
        MeterCursor cursor = fresh.amended(device.toBuilder().owner("acme").build(), buyer, ONE);
        assertThat(accept(cursor, plant.says(3, 0, 100).claim()).owner()).isEqualTo(seller);
        MeterCursor.Acceptance after = accept(cursor, plant.says(4, 0, 100).claim());
        assertThat(after.owner()).isEqualTo(buyer);
        assertThat(after.bundle().get().issuance().device().owner()).isEqualTo("acme");
    }

    @Test
    void changesComeInOrderAndOnTheGrid() {
        MeterCursor cursor = fresh.amended(device, seller, ONE);
        assertThat(cursor.permitsTermsFrom(ONE).isValid()).isTrue();
        assertThat(cursor.permitsTermsFrom(ONE + 1).rule()).isEqualTo(Rule.CHANGE_STARTS_ON_GRID);
        assertThat(cursor.permitsTermsFrom(ONE - 900).rule()).isEqualTo(Rule.CHANGES_ARE_IN_ORDER);
        assertThat(cursor.amended(device, seller, ONE).history().versions()).hasSize(2);
    }

    @Test
    void aHandOverLiesAfterAllIssuedTime() {
        MeterCursor cursor = accept(fresh, plant.says(4, 0, 100).claim()).next();
        assertThat(cursor.isIssuedUntilAtMost(ONE + 900).isValid()).isTrue();
        assertThat(cursor.isIssuedUntilAtMost(ONE).rule()).isEqualTo(Rule.CHANGE_LIES_AFTER_ISSUED_TIME);
    }

    @Test
    void onlyTheLastVersionsAreKeptAndTimeWithoutTermsIsForfeited() {
        MeterCursor cursor = accept(fresh, plant.says(0, 0, 100).claim()).next();
        for (int i = 1; i <= TermsHistory.VERSIONS_MAX; i++) {
            cursor = cursor.amended(device, seller, Plant.MIDNIGHT + i * 900L);
        }
        assertThat(cursor.history().versions()).hasSize(TermsHistory.VERSIONS_MAX);
        assertThat(cursor.position().forfeitedSeconds()).isEqualTo(Plant.MIDNIGHT - 18_000L * 86_400);
        assertThat(cursor.position().gaps()).hasSize(1);
        assertThat(MeterCursor.decode(cursor.encode())).isEqualTo(cursor);
    }

    @Test
    void anotherMeterBeginsAnotherEpochAndSerialsGoOn() {
        Keypair next = Keypair.fresh();
        MeterCursor cursor = accept(fresh, plant.says(0, 1_000, 1_500).claim()).next();
        ProductionDevice exchanged = device.toBuilder()
                .meter(device.meterId(), "NEW-1", "Twin", next.key())
                .build();
        assertThat(cursor.permitsExchange(ONE, 1_499).rule()).isEqualTo(Rule.CLOSING_REGISTER_CONTINUES);
        assertThat(cursor.permitsExchange(Plant.MIDNIGHT + 900, 1_501).rule())
                .isEqualTo(Rule.CLOSING_REGISTER_CONTINUES);
        assertThat(cursor.permitsExchange(Plant.MIDNIGHT, 1_500).rule()).isEqualTo(Rule.CHANGE_LIES_AFTER_ISSUED_TIME);
        assertThat(cursor.permitsExchange(ONE, 1_800).isValid()).isTrue();
        MeterCursor swapped = cursor.exchanged(exchanged, ONE, 1_800, 7);

        MeterCursor.Acceptance first = accept(
                swapped,
                plant.says(4, 7, 20).signedBy(next).epoch(1).sequence(0).claim());
        assertThat(first.bundle().get().certificateId()).isEqualTo("WTG-0001:20261101T0100Z:500-513");
        assertBreaks(Rule.EPOCH_IS_CURRENT, swapped, plant.says(4, 7, 20).signedBy(next));
        assertBreaks(
                Rule.REGISTER_CONTINUES,
                swapped,
                plant.says(4, 6, 20).signedBy(next).epoch(1).sequence(0));
        MeterCursor.Acceptance late = accept(
                first.next(),
                plant.says(1, 1_500, 1_600, 1_700, 1_800).sequence(1).claim());
        assertThat(late.bundle().get().certificateId()).isEqualTo("WTG-0001:20261101T0015Z:513-813");
        assertBreaks(Rule.REGISTER_CONTINUES, first.next(), plant.says(1, 1_500, 1_600, 1_700, 1_801));
        assertThat(MeterCursor.decode(late.next().encode())).isEqualTo(late.next());
    }

    @Test
    void anExchangeAtTheLastRegisterLeavesNoGap() {
        MeterCursor cursor = accept(fresh, plant.says(0, 1_000, 1_500).claim()).next();
        MeterCursor swapped = cursor.exchanged(device, Plant.MIDNIGHT + 900, 1_500, 0);
        assertThat(swapped.position().gaps()).hasSize(2);
        assertThat(swapped.position().epoch()).isEqualTo(1);
        assertThat(swapped.position().lastStatement().toString())
                .isEqualTo(new String(new char[64]).replace('\0', '0'));
    }

    @Test
    void aRetiredDevicesEarlierEnergyStillComesIn() {
        MeterCursor retired = fresh.claimableUntil(ONE);
        assertThat(accept(retired, plant.says(3, 0, 100).claim()).verdict().isValid())
                .isTrue();
        assertBreaks(Rule.DEVICE_IS_ACTIVE, retired, plant.says(4, 0, 100));
        assertBreaks(Rule.DEVICE_IS_ACTIVE, fresh.claimableUntil(MeterCursor.NEVER), plant.says(0, 0, 100));
        assertThat(MeterCursor.decode(retired.encode())).isEqualTo(retired);
    }

    @Test
    void aSchemeThatPaidBlocksOrFlagsItsTime() {
        MeterCursor cursor = standing(new DeviceStanding(
                emptyList(),
                Arrays.asList(
                        new SupportPeriod("EEG", SupportKind.FEED_IN_TARIFF, SupportEffect.BLOCK, ONE, ONE + 1),
                        new SupportPeriod("KfW", SupportKind.LOAN, SupportEffect.FLAG, ONE + 900, SupportPeriod.OPEN)),
                emptyList()));
        CertificateBundle plain =
                accept(cursor, plant.says(3, 0, 100).claim()).bundle().get();
        assertThat(plain.issuance().support()).isEmpty();
        assertBreaks(Rule.SUPPORT_PERMITS_ISSUE, cursor, plant.says(4, 0, 100));
        assertBreaks(Rule.SUPPORT_PERMITS_ISSUE, cursor, plant.says(3, 0, 100, 200));
        CertificateBundle flagged =
                accept(cursor, plant.says(5, 0, 100).claim()).bundle().get();
        assertThat(flagged.issuance().support()).containsExactly("KfW/LOAN");
        assertThat(CertificateBundle.decode(flagged.encode()).issuance().support())
                .containsExactly("KfW/LOAN");
    }

    @Test
    void timeInAnotherRegistryIsNotIssued() {
        Keypair registry = Keypair.fresh();
        OtherRegistration open = OtherRegistration.open("I-REC", registry.key(), 0);
        assertBreaks(Rule.NO_OTHER_REGISTRY_ISSUES, registered(open), plant.says(4, 0, 100));
        SignedRecord release = signed(registry, new Deregistration("I-REC", "WTG-0001", ONE));
        MeterCursor released = registered(open.endedBy(release));
        assertBreaks(Rule.NO_OTHER_REGISTRY_ISSUES, released, plant.says(3, 0, 100));
        assertThat(accept(released, plant.says(4, 0, 100).claim()).verdict().isValid())
                .isTrue();
    }

    @Test
    void aDeregistrationIsTheOtherRegistrysOwn() {
        Keypair registry = Keypair.fresh();
        OtherRegistration open = OtherRegistration.open("I-REC", registry.key(), 0);
        assertThat(isProven(open)).isTrue();
        assertThat(isProven(open.endedBy(signed(registry, new Deregistration("I-REC", "WTG-0001", ONE)))))
                .isTrue();
        assertThat(isProven(open.endedBy(signed(Keypair.fresh(), new Deregistration("I-REC", "WTG-0001", ONE)))))
                .isFalse();
        assertThat(isProven(open.endedBy(signed(registry, new Deregistration("AIB", "WTG-0001", ONE)))))
                .isFalse();
        assertThat(isProven(open.endedBy(signed(registry, new Deregistration("I-REC", "WTG-0002", ONE)))))
                .isFalse();
    }

    @Test
    void aDeclarationStaysUntilItIsEnded() {
        Keypair registry = Keypair.fresh();
        OtherRegistration open = OtherRegistration.open("I-REC", registry.key(), 0);
        OtherRegistration ended = open.endedBy(signed(registry, new Deregistration("I-REC", "WTG-0001", ONE)));
        OtherRegistration other = ended.endedBy(signed(registry, new Deregistration("I-REC", "WTG-0001", 0)));
        assertThat(with(open).isContinuedBy(with(open, ended)).isValid()).isTrue();
        assertThat(with(open).isContinuedBy(with(ended)).isValid()).isTrue();
        assertThat(with(open).isContinuedBy(with()).rule()).isEqualTo(Rule.DECLARATIONS_STAY);
        assertThat(with(ended).isContinuedBy(with(open)).rule()).isEqualTo(Rule.DECLARATIONS_STAY);
        assertThat(with(ended).isContinuedBy(with(other)).rule()).isEqualTo(Rule.DECLARATIONS_STAY);
        OtherRegistration rekeyed =
                OtherRegistration.open("I-REC", Keypair.fresh().key(), 0);
        assertThat(with(open).isContinuedBy(with(rekeyed)).rule()).isEqualTo(Rule.DECLARATIONS_STAY);
    }

    @Test
    void energyIsIssuedAfterItIsProducedAndWithinTheWindow() {
        Plant.Speech speech = plant.says(0, 0, 100);
        long end = Plant.MIDNIGHT + 900;
        assertThat(at(end - 1, LateWindow.CLOSED, speech)).isEqualTo(Rule.ENERGY_IS_PRODUCED);
        assertThat(at(end, LateWindow.CLOSED, speech)).isNull();
        assertThat(at(end + LateWindow.SECONDS_MAX, LateWindow.CLOSED, speech)).isNull();
        assertThat(at(end + LateWindow.SECONDS_MAX + 1, LateWindow.CLOSED, speech))
                .isEqualTo(Rule.ISSUE_IS_IN_TIME);
        assertThat(at(end + LateWindow.SECONDS_MAX + 1, LateWindow.OPENED_BY_REGULATOR, speech))
                .isNull();
        assertThat(at(end - 1, LateWindow.OPENED_BY_REGULATOR, speech)).isEqualTo(Rule.ENERGY_IS_PRODUCED);
        assertThat(at(end + LateWindow.SECONDS_MAX + 1, LateWindow.CLOSED, speech.origin(Origin.RECORDING)))
                .isNull();
    }

    @Test
    void aDayWithNightsAtBothEndsIsOneClaim() {
        long[] registers = new long[97];
        for (int i = 1; i <= 96; i++) {
            registers[i] = registers[i - 1] + (i > 30 && i <= 70 && i != 50 ? 1_000 : 0);
        }
        MeterCursor.Acceptance day = accept(fresh, plant.says(0, registers).claim());
        CertificateBundle bundle = day.bundle().get();
        assertThat(bundle.intervalCount()).isEqualTo(40);
        assertThat(bundle.quantity().toLong()).isEqualTo(39_000);
        assertThat(day.next().position().lastEndEpochSecond()).isEqualTo(Plant.MIDNIGHT + 86_400);
        assertThat(day.next().position().gaps()).hasSize(2);
    }

    private static Rule ruleOf(MeterCursor.Acceptance acceptance) {
        return acceptance.verdict().isValid() ? null : acceptance.verdict().rule();
    }

    private Rule at(long issued, LateWindow window, Plant.Speech speech) {
        return ruleOf(fresh.accept(speech.claim(), new PlatformSignatures(), "O=Body", issued, window));
    }

    private boolean isProven(OtherRegistration registration) {
        return with(registration).isProven("WTG-0001", new PlatformSignatures()).isValid();
    }

    private static DeviceStanding with(OtherRegistration... registrations) {
        return new DeviceStanding(emptyList(), emptyList(), Arrays.asList(registrations));
    }

    private MeterCursor registered(OtherRegistration registration) {
        return standing(new DeviceStanding(emptyList(), emptyList(), singletonList(registration)));
    }

    private MeterCursor standing(DeviceStanding standing) {
        ProductionDevice record = device.toBuilder().standing(standing).build();
        assertThat(ProductionDevice.decode(record.encode()).digest()).isEqualTo(record.digest());
        return MeterCursor.decode(MeterCursor.fresh(record, seller).encode());
    }

    private static SignedRecord signed(Keypair key, Deregistration record) {
        return new SignedRecord(record.encode(), key.sign(record.encode()));
    }

    private static void assertBreaks(Rule rule, MeterCursor cursor, Plant.Speech speech) {
        assertThat(ruleOf(accept(cursor, speech.claim()))).isEqualTo(rule);
    }

    private static MeterCursor.Acceptance accept(MeterCursor cursor, SignedClaim claim) {
        return cursor.accept(claim, new PlatformSignatures(), "O=Issuing Body,L=Brussels,C=BE", NOW);
    }
}
