package energy.registry.domain.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.energy.WattHours;
import energy.registry.domain.evidence.Origin;
import energy.registry.domain.identity.PlatformSignatures;
import energy.registry.fixture.Plant;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CertificateBundleTest {
    private static final long NOW = Plant.MIDNIGHT + 86_400;
    private static final Plant PLANT = Plant.of("0001", "windpark-nord");

    private static CertificateBundle issued(Plant.Speech speech) {
        return MeterCursor.fresh(PLANT.device(), PLANT.device().meterKey())
                .accept(speech.claim(), new PlatformSignatures(), "Issuing Body", NOW)
                .bundle()
                .orElseThrow();
    }

    @Test
    void anIdNamesDeviceStartAndSerials() {
        assertThat(issued(PLANT.says(1, 50, 150, 350)).certificateId()).isEqualTo("WTG-0001:20261101T0015Z:0-300");
    }

    @Test
    void emptyIntervalsAtTheEndsAreTrimmedAndThoseInsideStay() {
        CertificateBundle bundle = issued(PLANT.says(0, 0, 0, 100, 100, 200, 200));
        assertThat(bundle.certificateId()).isEqualTo("WTG-0001:20261101T0015Z:0-200");
        assertThat(bundle.intervalCount()).isEqualTo(3);
    }

    @Test
    void aRecordIsReadBackAsItWasWritten() {
        CertificateBundle bundle = issued(PLANT.says(0, 0, 100, 350).marks("RECORDING"));
        assertThat(CertificateBundle.decode(bundle.encode())).isEqualTo(bundle);
        assertThat(CertificateBundle.decode(bundle.encode()).encode()).isEqualTo(bundle.encode());
    }

    @Test
    void anySplitPartitionsTheRangeAndKeepsEveryHour() {
        Random random = new Random(20_261_122);
        for (int round = 0; round < 500; round++) {
            long[] registers = new long[2 + random.nextInt(8)];
            for (int i = 1; i < registers.length; i++) {
                registers[i] = registers[i - 1] + (random.nextInt(4) == 0 ? 0 : random.nextInt(50));
            }
            registers[registers.length - 1]++;
            CertificateBundle whole = CertificateBundle.of(template(), Plant.MIDNIGHT, Plant.QUARTER, registers);
            if (whole.quantity().toLong() < 2) {
                continue;
            }
            long cut = 1 + random.nextInt((int) whole.quantity().toLong() - 1);
            CertificateBundle first = whole.first(WattHours.of(cut));
            CertificateBundle rest = whole.after(WattHours.of(cut));
            assertThat(first.joinedWith(rest)).isEqualTo(whole);
            assertThat(first.isFollowedBy(rest)).isTrue();
            assertThat(first.quantity().plus(rest.quantity())).isEqualTo(whole.quantity());
            for (long serial = whole.serialFromWh(); serial < whole.serialToWh(); serial++) {
                CertificateBundle holder = serial < rest.serialFromWh() ? first : rest;
                assertThat(hourOf(holder, serial)).isEqualTo(hourOf(whole, serial));
            }
        }
    }

    private static IssuanceRecord template() {
        return issued(PLANT.says(0, 0, 1)).issuance();
    }

    private static long hourOf(CertificateBundle bundle, long serial) {
        for (int i = 0; i < bundle.intervalCount(); i++) {
            if (serial >= bundle.serialWh(i) && serial < bundle.serialWh(i + 1)) {
                return bundle.period(i).startEpochSecond();
            }
        }
        throw new AssertionError("serial " + serial + " is not in " + bundle);
    }

    @Test
    void nothingIsCutOutsideTheRange() {
        CertificateBundle bundle = issued(PLANT.says(0, 0, 100));
        assertThatThrownBy(() -> bundle.first(WattHours.of(101))).hasMessageContaining("0-101");
        assertThatThrownBy(() -> bundle.first(WattHours.ZERO)).hasMessageContaining("0-0");
    }

    @Test
    void validityCountsFromProductionAndForASimulationFromIssue() {
        IssuanceRecord live = issued(PLANT.says(0, 0, 100)).issuance();
        assertThat(Instant.ofEpochSecond(live.tradableUntilEpochSecond())).isEqualTo("2027-11-01T00:15:00Z");
        assertThat(Instant.ofEpochSecond(live.expiresEpochSecond())).isEqualTo("2028-05-01T00:15:00Z");
        IssuanceRecord played =
                issued(PLANT.says(0, 0, 100).origin(Origin.SIMULATION)).issuance();
        assertThat(Instant.ofEpochSecond(played.expiresEpochSecond())).isEqualTo("2028-05-02T00:00:00Z");
    }

    @Test
    void theOriginIsMarkedEvenWhenTheClaimDoesNotSaySo() {
        assertThat(issued(PLANT.says(0, 0, 100).origin(Origin.SIMULATION))
                        .issuance()
                        .marks())
                .containsExactly("SIMULATION");
        assertThat(issued(PLANT.says(0, 0, 100)).issuance().marks()).isEmpty();
    }

    @Test
    void onlyWhatFollowsIsJoined() {
        CertificateBundle whole = issued(PLANT.says(0, 0, 100, 350));
        CertificateBundle first = whole.between(0, 100);
        assertThatThrownBy(() -> first.joinedWith(whole.between(101, 350)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> whole.between(100, 350).joinedWith(first))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSerialsOfATimeAreThoseOfItsIntervals() {
        CertificateBundle whole = issued(PLANT.says(1, 0, 100, 350, 400));
        long quarter = Plant.QUARTER;
        long start = Plant.MIDNIGHT + quarter;
        assertThat(whole.serialsWithin(ProductionPeriod.between(start + quarter, start + 2 * quarter)))
                .containsExactly(100, 350);
        assertThat(whole.between(150, 400).serialsWithin(ProductionPeriod.between(start, start + 2 * quarter)))
                .containsExactly(150, 350);
        assertThat(whole.serialsWithin(ProductionPeriod.between(start - 2 * quarter, start - quarter)))
                .containsExactly(0, 0);
        assertThat(whole.serialsWithin(ProductionPeriod.between(start + 3 * quarter, start + 4 * quarter)))
                .containsExactly(400, 400);
        assertThat(whole.serialsWithin(ProductionPeriod.between(Plant.MIDNIGHT, start + 9 * quarter)))
                .containsExactly(0, 400);
    }

    private static CertificateBundle of(long start, int seconds, long... serials) {
        return CertificateBundle.of(template(), start, seconds, serials);
    }

    @Test
    void aBundleSaysWhatItIs() {
        CertificateBundle bundle = of(Plant.MIDNIGHT, Plant.QUARTER, 5, 9, 12);
        assertThat(bundle.intervalSeconds()).isEqualTo(Plant.QUARTER);
        assertThat(bundle).hasToString(bundle.certificateId());
        assertThat(bundle.digest()).isEqualTo(energy.registry.domain.encoding.Digest.sha(bundle.encode()));
        assertThat(bundle).isEqualTo(like(bundle, 5, 9, 12)).hasSameHashCodeAs(like(bundle, 5, 9, 12));
        assertThat(bundle).isNotEqualTo(like(bundle, 5, 10, 12)).isNotEqualTo("bundle");
        assertThat(bundle.hashCode()).isNotEqualTo(like(bundle, 6, 9, 12).hashCode());
        assertThat(bundle.hashCode()).isNotEqualTo(like(bundle, 5, 9, 13).hashCode());
    }

    private static CertificateBundle like(CertificateBundle bundle, long... serials) {
        return CertificateBundle.of(bundle.issuance(), Plant.MIDNIGHT, Plant.QUARTER, serials);
    }

    @Test
    void aBundleHasADayOfFiveMinutesAtMost() {
        long[] serials = new long[289];
        java.util.Arrays.setAll(serials, i -> i);
        assertThat(of(Plant.MIDNIGHT, 300, serials).intervalCount()).isEqualTo(288);
        long[] tooMany = new long[290];
        java.util.Arrays.setAll(tooMany, i -> i);
        assertThatThrownBy(() -> of(Plant.MIDNIGHT, 300, tooMany)).hasMessageContaining("1..288, not 289");
        CertificateBundle whole = of(Plant.MIDNIGHT, 300, serials);
        assertThat(whole.between(0, 100).joinedWith(whole.between(100, 288))).isEqualTo(whole);
    }

    @Test
    void aBundleHoldsEnergyInOrderOnItsGrid() {
        assertThatThrownBy(() -> of(Plant.MIDNIGHT, Plant.QUARTER, 5, 5)).hasMessageContaining("not 0");
        assertThatThrownBy(() -> of(Plant.MIDNIGHT, Plant.QUARTER, 5, 9, 8)).hasMessageContaining("interval 1");
        assertThatThrownBy(() -> of(Plant.MIDNIGHT, Plant.QUARTER, -1, 9)).hasMessageContaining("start at 0");
        assertThatThrownBy(() -> of(Plant.MIDNIGHT + 1, Plant.QUARTER, 0, 9)).hasMessageContaining("off the grid");
        assertThatThrownBy(() -> of(Plant.MIDNIGHT, 0, 0, 9)).hasMessageContaining("off the grid");
        assertThat(of(Plant.MIDNIGHT, Plant.QUARTER, 0, 1).quantity()).isEqualTo(WattHours.of(1));
    }
}
