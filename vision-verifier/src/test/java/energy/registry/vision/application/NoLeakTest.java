package energy.registry.vision.application;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.vision.adapter.opencv.FfmpegFootageSource;
import energy.registry.vision.adapter.opencv.OpenCvPictureTools;
import energy.registry.vision.rotor.Nameplate;
import energy.registry.vision.synthetic.TurbineScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many clips in one process: {@code -Dleak.clips=2000}. What grows with every clip ends a service; this prints by how much. */
@Tag("slow")
class NoLeakTest {
    private static final int CLIPS = Integer.getInteger("leak.clips", 2_000);
    private static final int WARM_UP = CLIPS / 4;

    /** Ten thousand clips may not cost a tenth of the budget of one GiB. */
    private static final double BYTES_A_CLIP_MAX = 10_000;

    @TempDir
    private Path folder;

    @Test
    void residentMemoryDoesNotGrowWithTheNumberOfClips() throws IOException {
        Path clip = folder.resolve("clip.mp4");
        TurbineScene.withRotorRpm(14).size(64, 48).seconds(2).renderTo(clip);
        OpenCvPictureTools tools = new OpenCvPictureTools();
        VerifyFootage verify = new VerifyFootage(new FfmpegFootageSource(), tools);
        EvidenceRecords records = new EvidenceRecords("decoder", tools.version());
        long before = 0;
        for (int i = 0; i < CLIPS; i++) {
            if (i == WARM_UP) {
                before = residentBytes();
            }
            VerifyFootage.Answer answer = verify.verify(clip, new Nameplate(3, 0, 32, 0), Optional.empty());
            Evidence.of(((VerifyFootage.Measured) answer).measurement(), tools, records);
        }
        long after = residentBytes();
        double bytesAClip = (after - before) / (double) (CLIPS - WARM_UP);
        System.out.printf(
                "%d clips: resident %d MiB after %d, %d MiB at the end, %.0f bytes a clip%n",
                CLIPS, before >> 20, WARM_UP, after >> 20, bytesAClip);
        assertThat(bytesAClip).isLessThan(BYTES_A_CLIP_MAX);
    }

    private static long residentBytes() throws IOException {
        System.gc();
        String pages = Files.readString(Path.of("/proc/self/statm")).split(" ")[1];
        return Long.parseLong(pages) * 4_096;
    }
}
