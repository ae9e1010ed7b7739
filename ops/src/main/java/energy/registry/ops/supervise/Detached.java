package energy.registry.ops.supervise;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts a program in a session of its own, so that neither the end of the launcher nor a key pressed in its terminal
 * reaches it. What it prints goes to its log; the log of the run before is kept beside it.
 *
 * @param environment what the program gets besides the neutral part of the launcher's own environment
 */
public record Detached(List<String> command, Map<String, String> environment, Path directory, Path log)
        implements Part.Launch {
    /** Variables that would change how the registry's own processes run must come from the launcher, not by accident. */
    private static final List<String> OWN_PREFIXES = List.of("REGISTRY_", "KC_", "JBOSS_", "JAVA_OPTS", "CORDA_");

    @Override
    public long start() throws IOException {
        Files.createDirectories(directory);
        Files.createDirectories(log.getParent());
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> line = new ArrayList<>(List.of("setsid"));
        line.addAll(command);
        return builder(line).start().pid();
    }

    /** Runs the program to its end as a job of the start. */
    public void runToEnd() throws IOException, InterruptedException, StartFailedException {
        Files.createDirectories(directory);
        Files.createDirectories(log.getParent());
        Process process = builder(command).start();
        try {
            int exit = process.waitFor();
            if (exit != 0) {
                throw new StartFailedException("ended with exit code " + exit + "; its log says:\n" + LogTail.of(log));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private ProcessBuilder builder(List<String> line) {
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> OWN_PREFIXES.stream().anyMatch(name::startsWith));
        builder.environment().putAll(environment);
        return builder;
    }
}
