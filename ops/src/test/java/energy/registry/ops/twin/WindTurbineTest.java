package energy.registry.ops.twin;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.claim.EnergyEnvelope;
import energy.registry.domain.claim.RotorSpeed;
import energy.registry.domain.device.CurvePoint;
import energy.registry.domain.device.Rotor;
import energy.registry.domain.energy.WattHours;
import energy.registry.ops.device.RenderedFootage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindTurbineTest {
    private static final long START = 1_795_000_500L / 900 * 900;
    private static final int SECONDS = 900;
    private static final Rotor ROTOR = WindTurbine.nameplate();

    @Test
    void deliversAtEverySpeedWithinItsRegisteredCurve() {
        for (int milliRpm = 6_000; milliRpm <= 16_000; milliRpm += 10) {
            CurvePoint band = ROTOR.at(milliRpm);
            assertThat((long) WindTurbine.power(milliRpm / 1_000.0))
                    .as("W at %d mrpm", milliRpm)
                    .isBetween(band.minW(), band.maxW());
        }
    }

    @Test
    void goesWithTheCubeOfTheRotorSpeedBelowRated() {
        double low = WindTurbine.power(9) + 55_000;
        double high = WindTurbine.power(13.5) + 55_000;
        assertThat(high / low).isCloseTo(Math.pow(1.5, 3), org.assertj.core.data.Offset.offset(1e-9));
        assertThat(WindTurbine.power(16)).isEqualTo(WindTurbine.RATED_W);
    }

    @Test
    void isTheSameForTheSameTime() {
        PlantRun once = turbine(7).run(START, SECONDS);
        PlantRun again = turbine(7).run(START, SECONDS);
        assertThat(again.minutes()).isEqualTo(once.minutes());
        assertThat(again.rotorRpm()).containsExactly(once.rotorRpm());
    }

    /** What the claims service will compute from a perfectly measured clip of the interval's middle. */
    @Test
    void isFoundConsistentByTheEnvelopeOfOneClipInItsMiddle() {
        int intervals = 1_000;
        int inside = 0;
        double energy = 0;
        for (int i = 0; i < intervals; i++) {
            PlantRun run = turbine(1).run(START + (long) i * SECONDS * 5, SECONDS);
            long wattHours = run.joules() / 3_600;
            energy += wattHours;
            inside += envelope(run).maxWh() >= WattHours.of(wattHours).toLong() ? 1 : 0;
        }
        System.out.printf(
                "twin: %d of %d intervals at or below the envelope's upper end, capacity factor %.2f%n",
                inside, intervals, energy / intervals / (WindTurbine.RATED_W / 4.0));
        assertThat(inside).isGreaterThanOrEqualTo(intervals * 99 / 100);
    }

    private static EnergyEnvelope envelope(PlantRun run) {
        double[] clip = Arrays.copyOfRange(run.rotorRpm(), SECONDS / 2, SECONDS / 2 + RenderedFootage.CLIP_SECONDS);
        double rpm = Arrays.stream(clip).average().orElseThrow();
        RotorSpeed seen = new RotorSpeed(Math.round(rpm * 1e6), Math.round(rpm * 3e3));
        return EnergyEnvelope.of(List.of(seen), ROTOR, SECONDS);
    }

    private static WindTurbine turbine(long site) {
        return new WindTurbine(new Weather(11, site));
    }
}
