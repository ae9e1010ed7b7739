package energy.registry.vision.application;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.vision.adapter.opencv.FfmpegFootageSource;
import energy.registry.vision.adapter.opencv.OpenCvPictureReader;
import energy.registry.vision.adapter.opencv.OpenCvPictureTools;
import energy.registry.vision.commission.Proposal;
import energy.registry.vision.commission.View;
import energy.registry.vision.footage.ColourFrame;
import energy.registry.vision.footage.Outline;
import energy.registry.vision.port.ViewProposer.Kind;
import energy.registry.vision.synthetic.SolarScene;
import energy.registry.vision.synthetic.TurbineScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProposeViewsTest {
    @TempDir
    private Path folder;

    private final ProposeViews propose =
            new ProposeViews(new FfmpegFootageSource(), new OpenCvPictureReader(), Optional.empty());

    private List<Proposal> proposals(Path file, Kind kind) throws IOException {
        return ((ProposeViews.Proposed) propose.propose(file, kind)).proposals();
    }

    @Test
    void theRotorOfAClipIsProposedWhereItTurns() throws IOException {
        Path clip = folder.resolve("clip.mp4");
        TurbineScene.withRotorRpm(13)
                .size(640, 480)
                .rotor(0.4, 0.45, 0.28)
                .seconds(8)
                .seed(3)
                .renderTo(clip);

        View.RotorView rotor =
                (View.RotorView) proposals(clip, Kind.ROTOR).get(0).view();

        assertThat(rotor.hub().x()).isBetween(0.4 * 640 - 8, 0.4 * 640 + 8);
        assertThat(rotor.hub().y()).isBetween(0.45 * 480 - 8, 0.45 * 480 + 8);
        assertThat(rotor.radius()).isBetween(0.28 * 480 * 0.8, 0.28 * 480 * 1.2);
        assertThat(rotor.blades()).isEqualTo(3);
    }

    @Test
    void theBladesOfAPictureAreProposed() throws IOException {
        Path clip = folder.resolve("still.mp4");
        TurbineScene.stopped().seconds(1).seed(5).bitsPerSecond(2_000_000).renderTo(clip);
        ColourFrame frame = ((energy.registry.vision.port.FootageSource.Decoded) new FfmpegFootageSource()
                        .decode(new energy.registry.vision.port.FootageSource.Request(clip, Optional.empty(), 25)))
                .clip()
                .keyFrames()
                .get(0);
        Path picture = Files.write(folder.resolve("still.jpg"), new OpenCvPictureTools().jpeg(frame));

        View.RotorView rotor =
                (View.RotorView) proposals(picture, Kind.ROTOR).get(0).view();

        assertThat(rotor.hub().x()).isBetween(154.0, 166.0);
        assertThat(rotor.hub().y()).isBetween(95.0, 107.0);
    }

    @Test
    void everyRowOfPanelsIsProposedAndNothingElse() throws IOException {
        SolarScene scene = SolarScene.day().size(640, 480).seed(8);
        Path picture = Files.write(folder.resolve("array.jpg"), new OpenCvPictureTools().jpeg(scene.reference()));

        List<Proposal> found = proposals(picture, Kind.PANELS);

        assertThat(found).hasSize(3);
        for (Outline panel : scene.panels()) {
            double x = (panel.corners().get(0).x() + panel.corners().get(2).x()) / 2;
            double y = (panel.corners().get(0).y() + panel.corners().get(2).y()) / 2;
            Outline match = found.stream()
                    .map(proposal -> ((View.PanelView) proposal.view()).outline())
                    .filter(outline -> outline.holds(x, y))
                    .findFirst()
                    .orElseThrow();
            assertThat(match.area()).isBetween(0.75 * panel.area(), 1.25 * panel.area());
        }
    }

    @Test
    void whatIsNeitherPictureNorClipIsDeclined() throws IOException {
        Path file = Files.writeString(folder.resolve("x"), "nothing to see");

        assertThat(propose.propose(file, Kind.PANELS)).isInstanceOf(ProposeViews.Declined.class);
    }
}
