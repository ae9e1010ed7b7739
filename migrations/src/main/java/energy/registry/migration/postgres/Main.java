package energy.registry.migration.postgres;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The command {@code start DIR BINARIES PORT | stop DIR BINARIES | status DIR}; the password is read from
 * {@code REGISTRY_DB_PASSWORD}. {@code status} exits 0 when the server runs.
 */
public final class Main {
    private static final int EXIT_FAILED = 1;
    private static final int EXIT_USAGE = 2;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.getenv(), System.out, System.err));
    }

    static int run(String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            String command = arguments.length + (arguments.length == 0 ? "" : arguments[0]);
            return switch (command) {
                case "4start" -> start(arguments, environment, out);
                case "3stop" -> stop(arguments);
                case "2status" -> status(arguments, out);
                default -> usage(err);
            };
        } catch (IOException | IllegalArgumentException e) {
            err.println(e.getMessage());
            return EXIT_FAILED;
        }
    }

    private static int start(String[] arguments, Map<String, String> environment, PrintStream out) throws IOException {
        String password = environment.get("REGISTRY_DB_PASSWORD");
        if (password == null || password.isBlank()) {
            throw new IllegalArgumentException("REGISTRY_DB_PASSWORD is missing; set the password of the role");
        }
        Path directory = Path.of(arguments[1]);
        PostgresServer server =
                PostgresServer.start(directory, Path.of(arguments[2]), Integer.parseInt(arguments[3]), password);
        out.println(server.url());
        return status(arguments, out);
    }

    private static int stop(String[] arguments) throws IOException {
        PostgresServer.stop(Path.of(arguments[1]), Path.of(arguments[2]));
        return 0;
    }

    private static int status(String[] arguments, PrintStream out) {
        OptionalLong pid = PostgresServer.pid(Path.of(arguments[1]));
        out.println(pid.isPresent() ? "running " + pid.getAsLong() : "stopped");
        return pid.isPresent() ? 0 : EXIT_FAILED;
    }

    private static int usage(PrintStream err) {
        err.println("usage: start DIR BINARIES PORT | stop DIR BINARIES | status DIR");
        return EXIT_USAGE;
    }
}
