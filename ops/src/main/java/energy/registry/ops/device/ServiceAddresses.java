package energy.registry.ops.device;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Where the services are and how to speak to them, from the environment the launcher passes to every process.
 *
 * @param data the data folder
 * @param portBase added to no port twice: every default port moves by {@code portBase - 8000}
 * @param token shared secret of the services; printed as ***
 */
public record ServiceAddresses(
        Path data, int portBase, URI gateway, URI ingest, URI vision, String mqttHost, int mqttPort, String token) {
    private static final String PREFIX = "REGISTRY_";
    private static final int PORT_BASE_DEFAULT = 8000;
    private static final int GATEWAY_OFFSET = 90;
    private static final int INGEST_OFFSET = 91;
    private static final int VISION_OFFSET = 92;
    private static final int MQTT_PORT = 1883;
    private static final int STATUS_OFFSET = 95;

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

    /** @throws IllegalArgumentException naming the variable, its value and the remedy */
    public static ServiceAddresses from(Map<String, String> environment) {
        refuseUnknown(environment);
        int base = portBase(environment.getOrDefault("REGISTRY_PORT_BASE", "" + PORT_BASE_DEFAULT));
        String token = environment.getOrDefault("REGISTRY_SERVICE_TOKEN", "");
        if (token.isBlank()) {
            throw new IllegalArgumentException(
                    "REGISTRY_SERVICE_TOKEN: is missing; use the launcher, which reads it from the data folder");
        }
        return new ServiceAddresses(
                Path.of(environment.getOrDefault("REGISTRY_DATA", "ops/data")),
                base,
                service(environment, "REGISTRY_GATEWAY_URL", base + GATEWAY_OFFSET),
                service(environment, "REGISTRY_INGEST_URL", base + INGEST_OFFSET),
                service(environment, "REGISTRY_VISION_URL", base + VISION_OFFSET),
                "127.0.0.1",
                MQTT_PORT + base - PORT_BASE_DEFAULT,
                token);
    }

    /** Port of the twin's status page. */
    public int statusPort() {
        return portBase + STATUS_OFFSET;
    }

    private static void refuseUnknown(Map<String, String> environment) {
        for (String name : environment.keySet()) {
            if (name.startsWith(PREFIX) && !KNOWN.contains(name)) {
                throw new IllegalArgumentException(name + ": is no setting of this system; remove it");
            }
        }
    }

    private static int portBase(String value) {
        try {
            int base = Integer.parseInt(value);
            if (base >= 1024 && base <= 50_000) {
                return base;
            }
        } catch (NumberFormatException notANumber) {
            // refused below with the range
        }
        throw new IllegalArgumentException("REGISTRY_PORT_BASE: '" + value + "' is not within 1024..50000");
    }

    private static URI service(Map<String, String> environment, String name, int port) {
        String value = environment.getOrDefault(name, "http://127.0.0.1:" + port);
        try {
            URI uri = URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException notAUri) {
            // refused below
        }
        throw new IllegalArgumentException(name + ": '" + value + "' is no address; use http://host:port");
    }

    @Override
    public String toString() {
        return "gateway " + gateway + ", ingest " + ingest + ", vision " + vision + ", MQTT " + mqttHost + ":"
                + mqttPort + ", token ***";
    }
}
