package energy.registry.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("system")
@ExtendWith(RunningSystem.class)
final class WalkThroughTest {
    private static final Pattern BLOCK = Pattern.compile("```sh walk-through\\n(.*?)```", Pattern.DOTALL);

    /** The longest line is {@code up}, on a system that is up. */
    private static final int LINE_SECONDS_MAX = 300;

    private final RunningSystem.Handle system;

    WalkThroughTest(RunningSystem.Handle system) {
        this.system = system;
    }

    @Test
    void everyLineOfTheReadmesWalkThroughSucceeds() throws Exception {
        for (String line : lines()) {
            String here = line.replaceFirst(
                            "^ops/registry (\\S+)", "ops/registry $1 --no-build --data " + system.data())
                    .replace("http://localhost:8080/", system.web("/").toString());
            assertThat(exitOf(here)).as(line).isZero();
        }
    }

    private static List<String> lines() throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(root().resolve("README.md")));
        assertThat(block.find()).as("the README has a walk-through").isTrue();
        return block.group(1).lines().filter(line -> !line.isBlank()).toList();
    }

    private int exitOf(String line) throws IOException, InterruptedException {
        Path out = system.folder().resolve("walk-through.out");
        Process process = new ProcessBuilder("bash", "-c", line)
                .directory(root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()))
                .start();
        if (!process.waitFor(LINE_SECONDS_MAX, TimeUnit.SECONDS)) {
            process.destroy();
            throw new IOException(line + " did not end within " + LINE_SECONDS_MAX + " s");
        }
        Files.writeString(
                out,
                line + " -> " + process.exitValue() + "\n",
                StandardCharsets.UTF_8,
                java.nio.file.StandardOpenOption.APPEND);
        return process.exitValue();
    }

    private static Path root() {
        return Path.of("").toAbsolutePath().getParent();
    }
}
