package energy.registry.ops.launcher;

import energy.registry.ops.supervise.Detached;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One running system: what it runs from, where it writes, where it listens.
 *
 * @param java of this launcher, 17 or newer
 * @param cordaJavaHome the JDK of the ledger nodes, 11
 * @param externalDatabase the address of a database that somebody else runs, instead of the bundled one
 */
record Installation(
        Checkout checkout,
        DataFolder data,
        Ports ports,
        Secrets secrets,
        Path java,
        Path cordaJavaHome,
        Optional<ExternalDatabase> externalDatabase) {

    /** A PostgreSQL that is not ours to start or stop. */
    record ExternalDatabase(String url, String user, String password) {}

    /** The name of the ledger nodes' RPC user. */
    static final String RPC_USER = "registry";

    String webUrl() {
        return "http://localhost:" + ports.web();
    }

    String keycloakUrl() {
        return "http://localhost:" + ports.keycloak();
    }

    String issuer() {
        return keycloakUrl() + "/realms/registry";
    }

    static String local(int port) {
        return "http://127.0.0.1:" + port;
    }

    ExternalDatabase database() throws IOException {
        return externalDatabase.isPresent()
                ? externalDatabase.get()
                : new ExternalDatabase(
                        "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/registry",
                        "registry",
                        secrets.get("db-password"));
    }

    /** By these a build sees that a system runs on the jars it would replace. */
    Map<String, String> marks() {
        return Map.of("STARTED_FROM", checkout.root().toString());
    }

    /** A service process with the common environment and a log of its name. */
    Detached service(String name, JavaProgram program) throws IOException {
        return new Detached(program.command(), environment(), data.path(), data.log(name));
    }

    /** The same, with variables that only this process gets. */
    Detached service(String name, JavaProgram program, Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>(environment());
        environment.putAll(more);
        return new Detached(program.command(), environment, data.path(), data.log(name));
    }

    /** The one set of variables that every service process gets (ops/docs/wire.md, section 1). */
    Map<String, String> environment() throws IOException {
        Map<String, String> environment = new HashMap<>(marks());
        environment.put("REGISTRY_DATA", data.path().toString());
        environment.put("REGISTRY_PORT_BASE", String.valueOf(ports.base()));
        environment.put("REGISTRY_DB_URL", database().url());
        environment.put("REGISTRY_DB_USER", database().user());
        environment.put("REGISTRY_DB_PASSWORD", database().password());
        environment.put("REGISTRY_GATEWAY_URL", local(ports.gateway()));
        environment.put("REGISTRY_INGEST_URL", local(ports.ingest()));
        environment.put("REGISTRY_VISION_URL", local(ports.vision()));
        environment.put("REGISTRY_WEB_URL", webUrl());
        environment.put("REGISTRY_OIDC_ISSUER", issuer());
        environment.put("REGISTRY_OIDC_CLIENT_SECRET", secrets.get("oidc-client-secret"));
        environment.put("REGISTRY_SERVICE_TOKEN", secrets.get("service-token"));
        environment.put("REGISTRY_RPC_USER", RPC_USER);
        environment.put("REGISTRY_RPC_PASSWORD", secrets.get("rpc-password"));
        environment.put("REGISTRY_CORDA_HOST", "127.0.0.1");
        // One thread for linear algebra: the cores are shared with the whole system.
        environment.put("OPENBLAS_NUM_THREADS", "1");
        environment.put("OMP_NUM_THREADS", "1");
        return environment;
    }
}
