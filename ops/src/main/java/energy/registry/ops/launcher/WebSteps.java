package energy.registry.ops.launcher;

import energy.registry.ops.supervise.Detached;
import energy.registry.ops.supervise.HttpProbe;
import energy.registry.ops.supervise.Part;
import energy.registry.ops.supervise.PortUse;
import energy.registry.ops.supervise.RunRecord;
import energy.registry.ops.supervise.Step;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** WildFly with the registry's pages: the server is shared, its configuration and deployment are copied per data folder. */
final class WebSteps {
    static final String WEB = "web";

    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final int HEAP_MEBIBYTES = 384;

    /** What the server's own start script gives the JVM. */
    private static final List<String> FLAGS = List.of(
            "-XX:MaxMetaspaceSize=320m",
            // Half the processor time of a start; pages wait for the database and the ledger, not for arithmetic.
            "-XX:TieredStopAtLevel=1",
            "-Xss512k",
            "-Djava.net.preferIPv4Stack=true",
            "-Djava.awt.headless=true",
            "-Djboss.modules.system.pkgs=org.jboss.byteman",
            "-Djboss.tx.node.id=registry",
            "-Djava.security.manager=allow",
            "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
            "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED", // the statement printer frees its buffers by hand
            "--add-opens=java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.management/javax.management=ALL-UNNAMED",
            "--add-opens=java.naming/javax.naming=ALL-UNNAMED");

    private final Installation installation;

    WebSteps(Installation installation) {
        this.installation = installation;
    }

    Step web() {
        Ports ports = installation.ports();
        return new Part(
                WEB,
                Set.of(DatabaseSteps.MIGRATIONS),
                List.of(
                        new PortUse(ports.web(), "registry-web"),
                        new PortUse(ports.webManagement(), "WildFly management")),
                installation.webUrl() + "/",
                this::launch,
                new HttpProbe(URI.create(Installation.local(ports.web()) + "/health")),
                PATIENCE,
                RunRecord.StopSignal.TERM,
                installation.data().log(WEB));
    }

    private long launch() throws IOException {
        Path server = installation.checkout().of("registry-web/target/server");
        Path base = installation.data().of("wildfly");
        if (!Files.exists(server.resolve("jboss-modules.jar"))) {
            throw new IOException(
                    "registry-web is not built (" + server + " is missing); run ops/registry up, which builds");
        }
        copyAnew(server.resolve("standalone/configuration"), base.resolve("configuration"));
        copyAnew(server.resolve("standalone/deployments"), base.resolve("deployments"));
        Detached process = installation.service(WEB, program(server, base), more());
        return process.start();
    }

    /** What no other service needs: the way to people's logins, and what was given for this process. */
    private Map<String, String> more() throws IOException {
        Map<String, String> more = new HashMap<>(GivenSettings.of(WEB, System.getenv()));
        more.put("REGISTRY_OIDC_PEOPLE_SECRET", installation.secrets().get("oidc-people-secret"));
        return more;
    }

    private JavaProgram program(Path server, Path base) {
        Ports ports = installation.ports();
        List<String> flags = new ArrayList<>(FLAGS);
        flags.add("-Djboss.home.dir=" + server);
        flags.add("-Djboss.server.base.dir=" + base);
        flags.add("-Dorg.jboss.boot.log.file=" + base.resolve("log/server.log"));
        flags.add("-Dlogging.configuration=file:" + base.resolve("configuration/logging.properties"));
        List<String> arguments = List.of(
                "-mp",
                server.resolve("modules").toString(),
                "org.jboss.as.standalone",
                "-Djboss.bind.address=127.0.0.1",
                "-Djboss.bind.address.management=127.0.0.1",
                "-Djboss.http.port=" + ports.web(),
                "-Djboss.management.http.port=" + ports.webManagement());
        String modules = server.resolve("jboss-modules.jar").toString();
        return new JavaProgram(
                installation.java(), HEAP_MEBIBYTES, flags, modules, "org.jboss.modules.Main", arguments);
    }

    /** The server rewrites its configuration while it runs; each start begins with the built one. */
    private static void copyAnew(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> old = Files.list(to)) {
            for (Path file : old.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
