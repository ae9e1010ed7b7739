package energy.registry.ops.launcher;

import energy.registry.ops.supervise.Detached;
import energy.registry.ops.supervise.HttpProbe;
import energy.registry.ops.supervise.Job;
import energy.registry.ops.supervise.Part;
import energy.registry.ops.supervise.PortUse;
import energy.registry.ops.supervise.RunRecord;
import energy.registry.ops.supervise.StartFailedException;
import energy.registry.ops.supervise.Step;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keycloak: its server is assembled once for PostgreSQL and shared; each data folder has a home of its own that links
 * to the shared program and holds what Keycloak writes.
 */
final class KeycloakSteps {
    static final String BUILD = "keycloak assembly";
    static final String KEYCLOAK = "keycloak";

    /** First start on a busy machine: its own tables and the realm's import. */
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    private static final int HEAP_MEBIBYTES = 256;

    /** The launcher's services and Keycloak share the server's sixty connections. */
    private static final String POOL_MAX = "10";

    /** Hashing one password runs its inner loops millions of times; nothing else of a login comes near. */
    private static final List<String> SECOND_COMPILER_FOR_HASHING_ALONE = List.of(
            "-XX:Tier4InvocationThreshold=200000",
            "-XX:Tier4MinInvocationThreshold=100000",
            "-XX:Tier4CompileThreshold=300000",
            "-XX:Tier4BackEdgeThreshold=4000000");

    private static final List<String> FLAGS = List.of(
            "-XX:MaxMetaspaceSize=256m",
            "-Xss512k",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "-Dquarkus-log-max-startup-records=10000",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Duser.language=en",
            "-Duser.country=US");

    private final Installation installation;
    private final List<DemoLogin> logins;

    KeycloakSteps(Installation installation, List<DemoLogin> logins) {
        this.installation = installation;
        this.logins = logins;
    }

    List<Step> steps() throws IOException {
        Job build = new Job(BUILD, Set.of(), this::unbuilt, this::build);
        return List.of(build, keycloak());
    }

    private Part keycloak() throws IOException {
        Ports ports = installation.ports();
        Path log = installation.data().log(KEYCLOAK);
        return new Part(
                KEYCLOAK,
                Set.of(BUILD, DatabaseSteps.SCHEMAS),
                List.of(
                        new PortUse(ports.keycloak(), "Keycloak"),
                        new PortUse(ports.keycloakManagement(), "Keycloak management")),
                installation.keycloakUrl(),
                this::launch,
                new HttpProbe(URI.create(
                        Installation.local(ports.keycloak()) + "/realms/registry/.well-known/openid-configuration")),
                PATIENCE,
                RunRecord.StopSignal.TERM,
                log);
    }

    private long launch() throws IOException {
        Path home = home();
        Detached process = new Detached(
                program(home, List.of("start", "--optimized", "--import-realm")).command(),
                environment(),
                home,
                installation.data().log(KEYCLOAK));
        return process.start();
    }

    private JavaProgram program(Path home, List<String> arguments) {
        List<String> flags = Stream.concat(
                        Stream.concat(FLAGS.stream(), SECOND_COMPILER_FOR_HASHING_ALONE.stream()),
                        Stream.of("-Dkc.home.dir=" + home, "-Djboss.server.config.dir=" + home.resolve("conf")))
                .toList();
        return new JavaProgram(
                installation.java(),
                HEAP_MEBIBYTES,
                flags,
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                arguments);
    }

    private Map<String, String> environment() throws IOException {
        Ports ports = installation.ports();
        Map<String, String> environment = new HashMap<>(installation.environment());
        environment.put("KC_DB_URL", installation.database().url());
        environment.put("KC_DB_USERNAME", installation.database().user());
        environment.put("KC_DB_PASSWORD", installation.database().password());
        environment.put("KC_DB_SCHEMA", "keycloak");
        environment.put("KC_DB_POOL_MAX_SIZE", POOL_MAX);
        // One server, no cluster: without this it would listen for others on every network of the machine.
        environment.put("KC_CACHE", "local");
        environment.put("KC_HTTP_ENABLED", "true");
        environment.put("KC_HTTP_HOST", "127.0.0.1");
        environment.put("KC_HTTP_PORT", String.valueOf(ports.keycloak()));
        environment.put("KC_HTTP_MANAGEMENT_PORT", String.valueOf(ports.keycloakManagement()));
        environment.put("KC_HOSTNAME", installation.keycloakUrl());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", installation.secrets().get("keycloak-admin-password"));
        environment.put("REGISTRY_OIDC_CLI_SECRET", installation.secrets().get("oidc-cli-secret"));
        environment.put("REGISTRY_OIDC_PEOPLE_SECRET", installation.secrets().get("oidc-people-secret"));
        for (DemoLogin login : logins) {
            environment.put(login.variable(), login.password());
        }
        return environment;
    }

    /** A home for this data folder; the program in it is a link, the realm a copy that the next start imports anew. */
    private Path home() throws IOException {
        Path home = Files.createDirectories(installation.data().of("keycloak"));
        for (String shared : List.of("bin", "conf", "lib", "providers", "themes", "version.txt")) {
            Path link = home.resolve(shared);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, distribution().resolve(shared));
        }
        Path imports = Files.createDirectories(home.resolve("data/import"));
        Files.copy(
                installation.checkout().of("ops/keycloak/realm-registry.json"),
                imports.resolve("realm-registry.json"),
                StandardCopyOption.REPLACE_EXISTING);
        return home;
    }

    /** Two data folders may come up at the same time: the second waits for the first one's assembly. */
    private void build() throws IOException, InterruptedException, StartFailedException {
        Path lock = Files.createDirectories(installation.checkout().runtime()).resolve("keycloak.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (held.isValid() && !Files.exists(built())) {
                Path home = distribution();
                List<String> options = List.of("build", "--db=postgres", "--health-enabled=true", "--cache=local");
                new Detached(
                                program(home, options).command(),
                                Map.of(),
                                home,
                                installation.data().log("keycloak-build"))
                        .runToEnd();
                Files.createFile(built());
            }
        }
    }

    private Path built() throws IOException {
        return distribution().resolve("assembled");
    }

    private boolean unbuilt() {
        try {
            return !Files.exists(built());
        } catch (IOException notUnpacked) {
            return true; // the build itself then says what is wrong
        }
    }

    private Path distribution() throws IOException {
        Path folder = installation.checkout().of("ops/target/keycloak");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                Optional<Path> newest = entries.filter(Files::isDirectory).max(Comparator.naturalOrder());
                if (newest.isPresent()) {
                    return newest.get();
                }
            }
        }
        throw new IOException("Keycloak is not unpacked in " + folder + "; run ops/registry up, which builds");
    }
}
