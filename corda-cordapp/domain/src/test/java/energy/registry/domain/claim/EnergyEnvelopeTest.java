package energy.registry.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.domain.device.CurvePoint;
import energy.registry.domain.device.Rotor;
import energy.registry.domain.energy.WattHours;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnergyEnvelopeTest {
    private static final int QUARTER_HOUR = 900;

    private final Rotor rotor = new Rotor(
            3,
            6_000,
            16_000,
            true,
            Arrays.asList(
                    new CurvePoint(6_000, 0, 60_000),
                    new CurvePoint(10_000, 400_000, 600_000),
                    new CurvePoint(15_000, 1_800_000, 2_050_000)));

    @Test
    void oneClipWidensTheSpeedByItsSamplingUncertainty() {
        EnergyEnvelope envelope = EnergyEnvelope.of(speeds(10_000_000), rotor, QUARTER_HOUR);

        // 2 x 4.3 % of 10 rpm: 9.14 .. 10.86 rpm
        assertThat(envelope.minWh()).isBetween(313_000L / 4, 314_000L / 4);
        assertThat(envelope.maxWh()).isBetween(849_000L / 4, 850_000L / 4);
        assertThat(envelope.contains(WattHours.of(125_000))).isTrue();
        assertThat(envelope.contains(WattHours.of(300_000))).isFalse();
    }

    @Test
    void moreClipsNarrowIt() {
        EnergyEnvelope one = EnergyEnvelope.of(speeds(10_000_000), rotor, QUARTER_HOUR);
        EnergyEnvelope four =
                EnergyEnvelope.of(speeds(10_000_000, 10_000_000, 10_000_000, 10_000_000), rotor, QUARTER_HOUR);

        assertThat(four.minWh()).isGreaterThan(one.minWh());
        assertThat(four.maxWh()).isLessThan(one.maxWh());
    }

    @Test
    void clipsThatDisagreeWidenItAgain() {
        EnergyEnvelope steady = EnergyEnvelope.of(speeds(10_000_000, 10_000_000), rotor, QUARTER_HOUR);
        EnergyEnvelope gusty = EnergyEnvelope.of(speeds(8_000_000, 12_000_000), rotor, QUARTER_HOUR);

        assertThat(gusty.maxWh()).isGreaterThan(steady.maxWh());
        assertThat(gusty.minWh()).isLessThan(steady.minWh());
    }

    @Test
    void aStandingRotorDeliversNothing() {
        EnergyEnvelope envelope =
                EnergyEnvelope.of(Collections.singletonList(new RotorSpeed(0, 6_000)), rotor, QUARTER_HOUR);

        assertThat(envelope.minWh()).isZero();
        // 0.012 rpm of 6 rpm at 60 kW for a quarter of an hour
        assertThat(envelope.maxWh()).isEqualTo(30);
    }

    @Test
    void belowFeedingSpeedThePowerFallsToStandstill() {
        EnergyEnvelope idling =
                EnergyEnvelope.of(Collections.singletonList(new RotorSpeed(2_000_000, 6_000)), rotor, QUARTER_HOUR);

        assertThat(idling.minWh()).isZero();
        assertThat(idling.maxWh()).isLessThan(60_000 / 4 / 2);
    }

    @Test
    void anEnvelopeNeedsASpeed() {
        assertThatThrownBy(() -> EnergyEnvelope.of(Collections.emptyList(), rotor, QUARTER_HOUR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1..64");
    }

    private static List<RotorSpeed> speeds(long... microRpm) {
        RotorSpeed[] speeds = new RotorSpeed[microRpm.length];
        for (int i = 0; i < speeds.length; i++) {
            speeds[i] = new RotorSpeed(microRpm[i], 20_000);
        }
        return Arrays.asList(speeds);
    }

    /** A curve whose lower edge dips and whose upper edge peaks at 11 rpm. */
    private final Rotor uneven = new Rotor(
            3,
            6_000,
            16_000,
            true,
            Arrays.asList(
                    new CurvePoint(6_000, 0, 60_000),
                    new CurvePoint(10_000, 400_000, 600_000),
                    new CurvePoint(11_000, 100_000, 3_000_000),
                    new CurvePoint(15_000, 1_800_000, 2_050_000)));

    @Test
    void theSamplingOfAFewClipsIsAveraged() {
        EnergyEnvelope envelope = EnergyEnvelope.of(speeds(10_000_000, 10_100_000), rotor, QUARTER_HOUR);
        // 10.05 rpm; sqrt(0.02^2 + (4.3 % of 10.05)^2 / 2) = 0.30623 rpm, twice: 9.437 .. 10.663 rpm
        assertThat(envelope.minWh()).isBetween(85_900L, 85_950L);
        assertThat(envelope.maxWh()).isBetween(198_040L, 198_090L);
    }

    @Test
    void whatTheClipsScatterCountsWhereItIsMore() {
        EnergyEnvelope envelope = EnergyEnvelope.of(speeds(8_000_000, 12_000_000), rotor, QUARTER_HOUR);
        // sqrt(0.02^2 + 8 / 2) = 2.0001 rpm, twice: 5.999 .. 14.001 rpm
        assertThat(envelope.minWh()).isZero();
        assertThat(envelope.maxWh()).isBetween(440_040L, 440_100L);
    }

    @Test
    void aClipsOwnUncertaintyCounts() {
        EnergyEnvelope envelope = EnergyEnvelope.of(
                Collections.singletonList(new RotorSpeed(10_000_000, 1_000_000)), rotor, QUARTER_HOUR);
        // sqrt(1 + 0.43^2) = 1.08853 rpm, twice: 7.822 .. 12.178 rpm
        assertThat(envelope.minWh()).isBetween(45_500L, 45_600L);
        assertThat(envelope.maxWh()).isBetween(307_850L, 307_960L);
    }

    @Test
    void theCurvesOwnPointsCountBetweenTheEnds() {
        EnergyEnvelope envelope = EnergyEnvelope.of(speeds(10_500_000), uneven, QUARTER_HOUR);
        assertThat(envelope.minWh()).isEqualTo(100_000 / 4);
        assertThat(envelope.maxWh()).isEqualTo(3_000_000 / 4);
        EnergyEnvelope below = EnergyEnvelope.of(speeds(7_500_000), uneven, QUARTER_HOUR);
        assertThat(below.maxWh()).isLessThan(600_000 / 4);
        EnergyEnvelope above = EnergyEnvelope.of(speeds(13_500_000), uneven, QUARTER_HOUR);
        assertThat(above.minWh()).isGreaterThan(400_000 / 4);
        assertThat(above.maxWh()).isLessThan(3_000_000 / 4);
    }

    @Test
    void anEnvelopeContainsItsEnds() {
        EnergyEnvelope envelope = EnergyEnvelope.of(speeds(10_000_000), rotor, QUARTER_HOUR);
        assertThat(envelope.contains(WattHours.of(envelope.minWh()))).isTrue();
        assertThat(envelope.contains(WattHours.of(envelope.maxWh()))).isTrue();
        assertThat(envelope.contains(WattHours.of(envelope.minWh() - 1))).isFalse();
        assertThat(envelope.contains(WattHours.of(envelope.maxWh() + 1))).isFalse();
    }

    @Test
    void clipsAndSecondsHaveBounds() {
        assertThat(EnergyEnvelope.of(Collections.nCopies(64, new RotorSpeed(1, 1)), rotor, 1)
                        .minWh())
                .isZero();
        assertThatThrownBy(() -> EnergyEnvelope.of(Collections.nCopies(65, new RotorSpeed(1, 1)), rotor, 1))
                .hasMessageContaining("not 65");
        assertThatThrownBy(() -> EnergyEnvelope.of(speeds(1), rotor, 0)).hasMessageContaining("seconds: 0");
    }
}
