package energy.registry.ops.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** The entry that {@code ops/registry} calls once everything is installed and built. */
public final class Main {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private Main() {}

    public static void main(String[] arguments) {
        Launcher launcher = new Launcher(
                new Checkout(Path.of(System.getProperty("registry.root", "."))
                        .toAbsolutePath()
                        .normalize()),
                System.getenv(),
                new SecureRandom(),
                System.out,
                System.err);
        System.exit(run(launcher, List.of(arguments)));
    }

    static int run(Launcher launcher, List<String> arguments) {
        try {
            String command = arguments.isEmpty() ? "" : arguments.get(0);
            List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
            return switch (command) {
                case "up" -> new UpCommand(launcher, options(launcher, rest)).run();
                case "down" -> new DownCommand(launcher, options(launcher, rest)).run();
                case "status" -> new StatusCommand(launcher, options(launcher, rest)).run();
                case "replay" -> new ToolCommand(launcher, ToolCommand.Tool.REPLAY).run(rest);
                case "audit" -> new ToolCommand(launcher, ToolCommand.Tool.AUDIT).run(rest);
                case "verify" -> new ToolCommand(launcher, ToolCommand.Tool.VERIFY).run(rest);
                case "vision" -> new ToolCommand(launcher, ToolCommand.Tool.VISION).run(rest);
                case "rebuild" -> new RebuildCommand(launcher, options(launcher, rest)).run();
                case "backup" -> new BackupCommand(launcher).run(rest);
                case "restore" -> new RestoreCommand(launcher).run(rest);
                case "bench" -> bench(launcher, rest);
                default -> throw new UsageException("unknown command '" + command + "'; ops/registry help lists them");
            };
        } catch (UsageException e) {
            launcher.err().println(e.getMessage());
            return USAGE;
        } catch (IOException e) {
            launcher.err().println("ops/registry failed: " + e.getMessage());
            return FAILED;
        }
    }

    private static int bench(Launcher launcher, List<String> arguments) throws IOException, UsageException {
        String what = arguments.isEmpty() ? "" : arguments.get(0);
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        return switch (what) {
            case "ingest" -> benchIngest(launcher, rest);
            case "vision" -> new ToolCommand(launcher, ToolCommand.Tool.BENCH_VISION).run(rest);
            case "ledger" -> new BenchSystemCommand(launcher, BenchSystemCommand.Bench.LEDGER).run(rest);
            case "audit" -> new BenchSystemCommand(launcher, BenchSystemCommand.Bench.AUDIT).run(rest);
            case "web" -> new BenchSystemCommand(launcher, BenchSystemCommand.Bench.ofPages(rest)).run(rest);
            default ->
                throw new UsageException("bench measures ingest, vision, ledger, web and audit, not '" + what + "'");
        };
    }

    private static int benchIngest(Launcher launcher, List<String> arguments) throws IOException, UsageException {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--service", launcher.checkout().classpath("iot-ingest")));
        all.addAll(List.of("--runtime", launcher.checkout().runtime().toString()));
        all.addAll(List.of("--java", launcher.java().toString()));
        return new ToolCommand(launcher, ToolCommand.Tool.BENCH_INGEST).run(all);
    }

    private static Options options(Launcher launcher, List<String> arguments) throws UsageException {
        return Options.parse(arguments, launcher.defaultData());
    }
}
