package energy.registry.ledger.gateway.config;

import energy.registry.ledger.gateway.network.CordaNode;
import energy.registry.ledger.gateway.network.RpcLogin;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Everything that can be set from outside; an unknown {@code REGISTRY_} variable stops the start. */
public record GatewayConfig(Path data, int portBase, String cordaHost, RpcLogin login, String serviceToken) {
    private static final int DEFAULT_PORT = 8090;

    /** Shorter secrets can be guessed over a network. */
    private static final int TOKEN_CHARACTERS_MIN = 16;

    private static final Set<String> KNOWN = Set.of(
            "REGISTRY_DATA",
            "REGISTRY_PORT_BASE",
            "REGISTRY_DB_URL",
            "REGISTRY_DB_USER",
            "REGISTRY_DB_PASSWORD",
            "REGISTRY_GATEWAY_URL",
            "REGISTRY_INGEST_URL",
            "REGISTRY_VISION_URL",
            "REGISTRY_WEB_URL",
            "REGISTRY_OIDC_ISSUER",
            "REGISTRY_OIDC_CLIENT_SECRET",
            "REGISTRY_SERVICE_TOKEN",
            "REGISTRY_RPC_USER",
            "REGISTRY_RPC_PASSWORD",
            "REGISTRY_CORDA_HOST",
            "REGISTRY_INGEST_VERDICT_GRACE_SECONDS");

    public static GatewayConfig from(Map<String, String> environment) {
        environment.keySet().stream()
                .filter(name -> name.startsWith("REGISTRY_") && !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(name + ": is not a setting of the registry; remove it");
                });
        return new GatewayConfig(
                Path.of(environment.getOrDefault("REGISTRY_DATA", "ops/data")),
                port(environment.getOrDefault("REGISTRY_PORT_BASE", String.valueOf(CordaNode.DEFAULT_PORT_BASE))),
                environment.getOrDefault("REGISTRY_CORDA_HOST", "127.0.0.1"),
                RpcLogin.from(environment),
                token(environment.get("REGISTRY_SERVICE_TOKEN")));
    }

    public int httpPort() {
        return DEFAULT_PORT + portBase - CordaNode.DEFAULT_PORT_BASE;
    }

    private static int port(String given) {
        if (!given.matches("[0-9]{4,5}")) {
            throw new IllegalArgumentException(
                    "REGISTRY_PORT_BASE: '" + given + "' is no port; give a number such as 8000");
        }
        return Integer.parseInt(given);
    }

    private static String token(String given) {
        if (given == null || given.length() < TOKEN_CHARACTERS_MIN) {
            throw new IllegalArgumentException("REGISTRY_SERVICE_TOKEN: missing or shorter than " + TOKEN_CHARACTERS_MIN
                    + " characters; set the secret that all services share");
        }
        return given;
    }

    @Override
    public String toString() {
        return "data " + data + ", port base " + portBase + ", nodes at " + cordaHost + ", login " + login
                + ", service token ***";
    }
}
