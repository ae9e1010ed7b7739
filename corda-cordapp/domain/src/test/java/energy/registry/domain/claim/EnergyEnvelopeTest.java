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
}
