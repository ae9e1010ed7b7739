package energy.registry.vision.application;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.vision.adapter.opencv.FfmpegFootageSource;
import energy.registry.vision.footage.Clip;
import energy.registry.vision.guard.FootagePrint;
import energy.registry.vision.guard.RotorDisc;
import energy.registry.vision.port.FootageSource;
import energy.registry.vision.synthetic.TurbineScene;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FootagePrintTest {
    private static final RotorDisc ROTOR = new RotorDisc(120, 76, 54);

    @TempDir
    private Path folder;

    private final TurbineScene scene =
            TurbineScene.withRotorRpm(13).size(240, 180).seconds(10).seed(3);

    @Test
    void footageIsKnownAgainInOtherBytesAndFromItsMiddle() throws IOException {
        FootagePrint first = print(scene);

        assertThat(first.likeness(print(scene.bitsPerSecond(150_000)))).isGreaterThan(FootagePrint.ALIKE_MIN);
        assertThat(first.likeness(print(scene.seconds(8).noiseLevels(4)))).isGreaterThan(FootagePrint.ALIKE_MIN);
    }

    @Test
    void anotherMomentOfTheSameCameraIsNotTakenForIt() throws IOException {
        FootagePrint first = print(scene);
        double most = 0;
        for (int seed = 11; seed < 16; seed++) {
            most = Math.max(most, first.likeness(print(scene.seed(seed))));
        }

        assertThat(most).isLessThan(0.45);
    }

    @Test
    void aPrintReadBackIsTheSame() throws IOException {
        FootagePrint first = print(scene);

        FootagePrint back = FootagePrint.ofBytes(first.toBytes());

        assertThat(back.toBytes()).isEqualTo(first.toBytes());
        assertThat(back.likeness(first)).isGreaterThan(0.999);
    }

    private FootagePrint print(TurbineScene what) throws IOException {
        Path file = folder.resolve("clip.mp4");
        what.renderTo(file);
        FootageSource.Answer answer =
                new FfmpegFootageSource().decode(new FootageSource.Request(file, Optional.empty(), 25));
        Clip clip = ((FootageSource.Decoded) answer).clip();
        return FootagePrint.of(clip.frames(), Optional.of(ROTOR));
    }
}
