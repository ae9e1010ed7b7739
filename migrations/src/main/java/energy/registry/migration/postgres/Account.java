package energy.registry.migration.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The account that the server's programs run under. They refuse root, so root enters a user namespace without a mapping
 * (the kernel then shows the caller, and its own files, as "nobody"); where that is forbidden, root gives the data
 * folder to the account {@code nobody} and runs them as that.
 */
enum Account {
    CALLER,
    NAMESPACE("unshare", "-U"),
    NOBODY("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    private static final int PROBE_SECONDS_MAX = 5;

    private final List<String> prefix;

    Account(String... prefix) {
        this.prefix = List.of(prefix);
    }

    static Account choose() throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return CALLER;
        }
        return NAMESPACE.works() ? NAMESPACE : NOBODY;
    }

    List<String> command(List<String> program) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(program);
        return command;
    }

    /** Gives the data folder to the account. */
    void own(Path directory) throws IOException {
        if (this != NOBODY) {
            return;
        }
        try (var all = Files.walk(directory)) {
            for (Path each : all.toList()) {
                Files.setAttribute(each, "unix:uid", 65_534);
                Files.setAttribute(each, "unix:gid", 65_534);
            }
        }
    }

    private boolean works() throws IOException {
        try {
            Process probe = new ProcessBuilder(command(List.of("true")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor(PROBE_SECONDS_MAX, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while choosing the server's account", e);
        }
    }
}
