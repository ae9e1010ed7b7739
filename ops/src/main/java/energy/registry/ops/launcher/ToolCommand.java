package energy.registry.ops.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A command that works on a running system from a process of its own: it gets the system's addresses and secrets. */
final class ToolCommand {
    private static final int HEAP_MEBIBYTES = 1024;

    private final Launcher launcher;
    private final Tool tool;

    ToolCommand(Launcher launcher, Tool tool) {
        this.launcher = launcher;
        this.tool = tool;
    }

    /** The tools, by the name of their command. */
    enum Tool {
        REPLAY("ops", "energy.registry.ops.replay.Main", true),
        AUDIT("ops", "energy.registry.ops.audit.Main", true),
        VERIFY("ops", "energy.registry.ops.verify.Main", false),
        VISION("vision-verifier", "energy.registry.vision.cli.MeasureClip", false),
        BENCH_INGEST("ops", "energy.registry.ops.bench.IngestBench", false),
        BENCH_VISION("vision-verifier", "energy.registry.vision.cli.BenchVision", false);

        private final String module;
        private final String mainClass;
        private final boolean needsSystem;

        Tool(String module, String mainClass, boolean needsSystem) {
            this.module = module;
            this.mainClass = mainClass;
            this.needsSystem = needsSystem;
        }
    }

    int run(List<String> arguments) throws IOException, UsageException {
        List<String> own = new ArrayList<>(arguments);
        DataFolder data = new DataFolder(data(own).toAbsolutePath().normalize());
        JavaProgram program = new JavaProgram(
                launcher.java(),
                HEAP_MEBIBYTES,
                List.of("-Dorg.bytedeco.javacpp.cachedir=" + launcher.checkout().nativeCache()),
                launcher.checkout().classpath(tool.module),
                tool.mainClass,
                own);
        ProcessBuilder builder = new ProcessBuilder(program.command()).inheritIO();
        builder.environment().keySet().removeIf(name -> name.startsWith("REGISTRY_"));
        builder.environment().putAll(environment(data));
        try {
            return builder.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private Map<String, String> environment(DataFolder data) throws IOException, UsageException {
        if (data.exists()) {
            return launcher.installation(data, data.settings(OptionalInt.empty()))
                    .environment();
        }
        if (tool.needsSystem) {
            throw new UsageException("nothing was ever started in " + data.path() + "; run ops/registry up first");
        }
        Map<String, String> environment = new HashMap<>();
        environment.put("REGISTRY_DATA", data.path().toString());
        environment.put("OPENBLAS_NUM_THREADS", "1");
        return environment;
    }

    /** Takes {@code --data DIR} out of the arguments; the rest is the tool's own. */
    private Path data(List<String> arguments) throws UsageException {
        int at = arguments.indexOf("--data");
        if (at < 0) {
            return launcher.defaultData();
        }
        if (at + 1 == arguments.size()) {
            throw new UsageException("--data needs a value");
        }
        Path named = Path.of(arguments.get(at + 1));
        arguments.subList(at, at + 2).clear();
        return named;
    }
}
