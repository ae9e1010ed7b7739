package energy.registry.ops.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Calls {@code ops/registry} as a person does, on what the build has packaged. */
record RegistryCommand(Path root, Path output) {
    /** A first start on a busy machine, and then some. */
    private static final int MINUTES_MAX = 15;

    /** What a command answered. */
    record Answer(int exit, String out) {}

    Answer run(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("bash", root.resolve("ops/registry").toString()));
        command.addAll(List.of(arguments));
        command.add("--no-build");
        Files.createDirectories(output);
        Path out = Files.createTempFile(output, arguments[0] + "-", ".out");
        Path err = out.resolveSibling(out.getFileName().toString().replace(".out", ".err"));
        Process process = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES)) {
            process.destroy();
            throw new IOException(command + " did not end within " + MINUTES_MAX + " minutes");
        }
        String text = Files.readString(out, StandardCharsets.UTF_8);
        String errors = Files.readString(err, StandardCharsets.UTF_8);
        return new Answer(process.exitValue(), process.exitValue() == 0 ? text : text + errors);
    }
}
