package energy.registry.vision.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand clips ({@code -Dleak.clips=10000}) in a process of their own. What grows with every clip ends a service. */
@Tag("slow")
class NoLeakTest {
    private static final int CLIPS = Integer.getInteger("leak.clips", 10_000);

    /** A small heap, so that its own growing is not mistaken for a leak. */
    private static final String HEAP = "-Xmx192m";

    /**
     * The smallest thing of size that a clip takes: one of its pictures, 3 kB. What is remembered of each of the last 8,640
     * clips, so that footage is known again, is some 300 bytes for two seconds.
     */
    private static final double BYTES_A_CLIP_MAX = 3_000;

    @TempDir
    private Path folder;

    @Test
    void residentMemoryDoesNotGrowWithTheNumberOfClips() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-Dregistry.log.target=System.err",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyClips.class.getName(),
                        folder.toString(),
                        String.valueOf(CLIPS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        told.forEach(System.out::println);
        assertThat(process.waitFor()).isZero();
        long[] last = Arrays.stream(told.get(told.size() - 1).split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
        double bytesAClip = (last[1] - last[0]) / (0.9 * CLIPS);
        System.out.printf("%.0f bytes a clip%n", bytesAClip);
        assertThat(last[2]).isEqualTo(CLIPS);
        assertThat(bytesAClip).isLessThan(BYTES_A_CLIP_MAX);
    }
}
