package energy.registry.ops.launcher;

import energy.registry.ops.supervise.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What every command of the launcher needs: where it runs, its surroundings, and where it speaks. */
record Launcher(
        Checkout checkout, Map<String, String> environment, SecureRandom random, PrintStream out, PrintStream err) {
    private static final Set<String> DATABASE = Set.of("REGISTRY_DB_URL", "REGISTRY_DB_USER", "REGISTRY_DB_PASSWORD");

    Path defaultData() {
        return checkout.of("ops/data");
    }

    Progress progress() {
        return out::println;
    }

    Secrets secrets(DataFolder data) {
        return new Secrets(data.of("secrets"), random);
    }

    Installation installation(DataFolder data, DataFolder.Settings settings) throws UsageException, IOException {
        return new Installation(
                checkout,
                data,
                new Ports(settings.portBase()),
                secrets(data),
                java(),
                Path.of(environment.getOrDefault("CORDA_JAVA_HOME", "/usr/lib/jvm/java-11")),
                externalDatabase());
    }

    /** The Java that runs the launcher runs the services too. */
    Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private Optional<Installation.ExternalDatabase> externalDatabase() throws UsageException {
        refuseUnknownSettings();
        if (!environment.containsKey("REGISTRY_DB_URL")) {
            return Optional.empty();
        }
        for (String name : List.of("REGISTRY_DB_USER", "REGISTRY_DB_PASSWORD")) {
            if (!environment.containsKey(name)) {
                throw new UsageException("REGISTRY_DB_URL names an external database; set " + name + " as well");
            }
        }
        return Optional.of(new Installation.ExternalDatabase(
                environment.get("REGISTRY_DB_URL"),
                environment.get("REGISTRY_DB_USER"),
                environment.get("REGISTRY_DB_PASSWORD")));
    }

    /** A setting that nobody understands is a mistake; better said now than after a start without it. */
    private void refuseUnknownSettings() throws UsageException {
        Set<String> known = new TreeSet<>(GivenSettings.names());
        known.addAll(DATABASE);
        Set<String> unknown = new TreeSet<>(environment.keySet());
        unknown.removeIf(name -> !name.startsWith("REGISTRY_") || known.contains(name));
        if (!unknown.isEmpty()) {
            throw new UsageException("unknown setting in the environment: " + unknown + "; known are " + known);
        }
    }
}
