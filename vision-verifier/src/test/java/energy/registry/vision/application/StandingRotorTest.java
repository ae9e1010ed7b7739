package energy.registry.vision.application;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.claim.EnergyEnvelope;
import energy.registry.domain.claim.RotorSpeed;
import energy.registry.domain.device.CurvePoint;
import energy.registry.domain.device.Rotor;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.energy.WattHours;
import energy.registry.domain.evidence.RotorState;
import energy.registry.domain.evidence.VisionVerdict;
import energy.registry.vision.adapter.opencv.FfmpegFootageSource;
import energy.registry.vision.adapter.opencv.OpenCvPictureTools;
import energy.registry.vision.rotor.Nameplate;
import energy.registry.vision.synthetic.TurbineScene;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rotor that was shown to stand means for the energy that its meter reports. */
class StandingRotorTest {
    private static final int QUARTER_HOUR = 900;
    private static final Rotor ROTOR = new Rotor(
            3,
            6_000,
            16_000,
            true,
            List.of(new CurvePoint(6_000, 0, 60_000), new CurvePoint(15_000, 1_800_000, 2_050_000)));

    @TempDir
    private Path folder;

    private final VerifyFootage verify = new VerifyFootage(new FfmpegFootageSource(), new OpenCvPictureTools());

    @Test
    void energyMeteredWhileTheRotorIsShownToStandLiesOutsideOfWhatItCanHaveDelivered() throws IOException {
        Measurement clip = measured(TurbineScene.stopped().seconds(10).seed(31));

        assertThat(clip.state()).as(clip.reasonCodes().toString()).isEqualTo(RotorState.STOPPED);
        assertThat(clip.reasonCodes()).contains("ROTOR_SHOWN_STANDING");
        RotorSpeed speed = RotorSpeed.trustedIn(verdict(clip)).orElseThrow();
        assertThat(speed.microRpm()).isZero();
        EnergyEnvelope envelope = EnergyEnvelope.of(List.of(speed), ROTOR, QUARTER_HOUR);
        assertThat(envelope.contains(WattHours.of(0))).isTrue();
        assertThat(envelope.contains(WattHours.of(1_000)))
                .as(envelope.maxWh() + " Wh")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, 600000", "2, 1000000", "2.5, 600000", "3, 1000000", "3.5, 300000", "4, 2000000", "6, 100000"})
    void onePictureUnderNoiseThatTheEncoderKeepsInPlacesIsNoStandingRotor(double levels, int bitsPerSecond)
            throws IOException {
        Measurement clip = measured(TurbineScene.stopped()
                .seconds(10)
                .seed(31)
                .noiseLevels(0)
                .stillWithNoise(levels)
                .bitsPerSecond(bitsPerSecond));

        assertThat(clip.state()).as(clip.reasonCodes().toString()).isEqualTo(RotorState.INCONCLUSIVE);
    }

    @Test
    void aRotorStandsUnderAnExposureThatGoesUpAndDownToo() throws IOException {
        Measurement clip = measured(TurbineScene.stopped().seconds(10).seed(31).flickerLevels(6));

        assertThat(clip.state()).as(clip.reasonCodes().toString()).isEqualTo(RotorState.STOPPED);
    }

    @Test
    void aRotorThatCreepsIsNotSaidToStand() throws IOException {
        Measurement clip = measured(TurbineScene.withRotorRpm(0.1).seconds(10).seed(31));

        assertThat(clip.state()).isEqualTo(RotorState.INCONCLUSIVE);
    }

    private Measurement measured(TurbineScene scene) throws IOException {
        Path file = folder.resolve("clip.mp4");
        scene.renderTo(file);
        return ((VerifyFootage.Measured) verify.verify(file, new Nameplate(3, 6, 32, 1), Optional.empty()))
                .measurement();
    }

    private static VisionVerdict verdict(Measurement clip) {
        return new VisionVerdict(
                Digest.ZERO,
                "CAM-0001",
                "WTG-0001",
                0,
                QUARTER_HOUR,
                clip.state(),
                clip.microRpm(),
                clip.standardUncertaintyMicroRpm(),
                clip.integrityCodes(),
                clip.reasonCodes(),
                clip.sha256(),
                Digest.ZERO,
                VerifyFootage.ALGORITHM);
    }
}
