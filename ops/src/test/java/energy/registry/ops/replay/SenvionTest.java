package energy.registry.ops.replay;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.claim.EnergyEnvelope;
import energy.registry.domain.claim.RotorSpeed;
import energy.registry.domain.device.Rotor;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The registered curve against the half year that was recorded: what one clip at the mean speed permits. */
class SenvionTest {
    private static final int INTERVAL = 1_800;
    private static final Rotor ROTOR = Senvion.rotor();

    /** The verifier's floor of its own uncertainty, permille of the speed. */
    private static final long MEASURED_PERMILLE = 3;

    @Test
    void permitsTheHonestHalfHoursOfTheWholeRecording() throws Exception {
        List<RecordedInterval> certifiable = certifiable();
        long permitted = certifiable.stream()
                .filter(interval -> permitted(interval, 100))
                .count();
        System.out.printf(
                Locale.ROOT,
                "Kelmarsh 1: %d of %d honest half hours (%.2f %%) lie below the envelope's upper end%n",
                permitted,
                certifiable.size(),
                100.0 * permitted / certifiable.size());
        assertThat(permitted).isGreaterThanOrEqualTo(certifiable.size() * 999L / 1_000);
    }

    @Test
    void seesMostOfAnEnergyThatIsDoubled() throws Exception {
        List<RecordedInterval> certifiable = certifiable();
        for (int percent : new int[] {110, 120, 150, 200}) {
            long above = certifiable.stream()
                    .filter(interval -> !permitted(interval, percent))
                    .count();
            System.out.printf(
                    Locale.ROOT,
                    "Kelmarsh 1: energy times %.1f is above the envelope in %.1f %% of the half hours%n",
                    percent / 100.0,
                    100.0 * above / certifiable.size());
            assertThat(above * 100).isGreaterThanOrEqualTo(percent == 200 ? certifiable.size() * 75L : 0);
        }
    }

    @Test
    void contradictsAProductiveHalfHourWithAClipOfSevenPointEightRpm() {
        EnergyEnvelope slow = EnergyEnvelope.of(List.of(seen(7.814)), ROTOR, INTERVAL);
        assertThat(slow.maxWh()).isBetween(80_000L, 120_000L);
    }

    private static List<RecordedInterval> certifiable() throws Exception {
        List<TelemetryRow> rows = KelmarshRecording.rows();
        long first = rows.get(0).startEpochSecond();
        long last = rows.get(rows.size() - 1).startEpochSecond();
        return new Recording(rows, INTERVAL)
                .between(first, last + INTERVAL).stream()
                        .filter(RecordedInterval::isCertifiable)
                        .toList();
    }

    private static boolean permitted(RecordedInterval interval, long percent) {
        long wattHours =
                interval.rows().stream().mapToLong(row -> row.energyUnits(600)).sum()
                        / TelemetryRow.UNITS_PER_WATT_HOUR;
        EnergyEnvelope envelope = EnergyEnvelope.of(List.of(seen(interval.meanRotorRpm())), ROTOR, INTERVAL);
        return wattHours * percent / 100 <= envelope.maxWh();
    }

    private static RotorSpeed seen(double rpm) {
        return new RotorSpeed(Math.round(rpm * 1e6), Math.round(rpm * 1e3 * MEASURED_PERMILLE));
    }
}
