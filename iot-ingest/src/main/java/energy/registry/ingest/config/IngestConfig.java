package energy.registry.ingest.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one place that reads the environment. An unknown {@code REGISTRY_…} name stops the start. */
public final class IngestConfig {
    private static final String PREFIX = "REGISTRY_";
    private static final int PORT_BASE = 8_000;
    private static final int HTTP_PORT = 8_091;
    private static final int MQTT_PORT = 1_883;
    private static final int MQTT_TLS_PORT = 8_883;
    private static final int GATEWAY_PORT = 8_090;
    private static final int VISION_PORT = 8_092;

    /** A verifier with a queue of a day's clips needs this long. */
    private static final long GRACE_SECONDS = 900;

    private static final long SECONDS_PER_DAY = 86_400;

    /** A gateway of five hundred meters that each send every second. */
    private static final long HTTP_RATE = 500;

    private static final long HTTP_RATE_MAX = 1_000_000;

    /** No waiting: what is due together is claimed together. */
    private static final long WINDOW_SECONDS = 0;

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
            "REGISTRY_INGEST_VERDICT_GRACE_SECONDS",
            "REGISTRY_INGEST_CLAIM_WINDOW_SECONDS",
            "REGISTRY_INGEST_HTTP_RATE",
            "REGISTRY_INGEST_KAFKA");

    private final Map<String, String> environment;

    private IngestConfig(Map<String, String> environment) {
        this.environment = environment;
    }

    /** @throws IllegalArgumentException naming the variable, its value and the remedy */
    public static IngestConfig of(Map<String, String> environment) {
        for (String name : environment.keySet()) {
            if (name.startsWith(PREFIX) && !KNOWN.contains(name)) {
                throw new IllegalArgumentException(name + " is not known; remove it or correct its name");
            }
        }
        IngestConfig config = new IngestConfig(Map.copyOf(environment));
        config.data();
        config.databaseUrl();
        config.databaseUser();
        config.databasePassword();
        config.serviceToken();
        config.httpPort();
        config.verdictGrace();
        config.claimWindow();
        config.httpRate();
        config.kafka();
        return config;
    }

    public Path data() {
        return Path.of(required("REGISTRY_DATA"));
    }

    public String databaseUrl() {
        return required("REGISTRY_DB_URL");
    }

    public String databaseUser() {
        return required("REGISTRY_DB_USER");
    }

    String databasePassword() {
        return required("REGISTRY_DB_PASSWORD");
    }

    String serviceToken() {
        return required("REGISTRY_SERVICE_TOKEN");
    }

    public int httpPort() {
        return shifted(HTTP_PORT);
    }

    public int mqttPort() {
        return shifted(MQTT_PORT);
    }

    /** Of the door to the world, where its files are given. */
    public int mqttTlsPort() {
        return shifted(MQTT_TLS_PORT);
    }

    public URI gateway() {
        return uri("REGISTRY_GATEWAY_URL", GATEWAY_PORT);
    }

    public URI vision() {
        return uri("REGISTRY_VISION_URL", VISION_PORT);
    }

    public Duration verdictGrace() {
        return Duration.ofSeconds(number("REGISTRY_INGEST_VERDICT_GRACE_SECONDS", GRACE_SECONDS));
    }

    /** Up to a day: intervals of one statement within it wait for each other and become one claim. */
    public Duration claimWindow() {
        long seconds = number("REGISTRY_INGEST_CLAIM_WINDOW_SECONDS", WINDOW_SECONDS);
        if (seconds < 0 || seconds > 0 && SECONDS_PER_DAY % seconds != 0) {
            throw new IllegalArgumentException("REGISTRY_INGEST_CLAIM_WINDOW_SECONDS: " + seconds
                    + " does not divide a day; use 0, 900, 3600 or 86400");
        }
        return Duration.ofSeconds(seconds);
    }

    /** Requests a second that one peer without the service token may send over HTTP. */
    public long httpRate() {
        long rate = number("REGISTRY_INGEST_HTTP_RATE", HTTP_RATE);
        if (rate < 1 || rate > HTTP_RATE_MAX) {
            throw new IllegalArgumentException(
                    "REGISTRY_INGEST_HTTP_RATE: " + rate + "; use 1 to " + HTTP_RATE_MAX + " requests a second");
        }
        return rate;
    }

    /** Brokers of the log between doors and validators, as {@code host:port,host:port}; empty for none: one process. */
    public Optional<String> kafka() {
        String brokers = environment.getOrDefault("REGISTRY_INGEST_KAFKA", "");
        if (brokers.isBlank()) {
            return Optional.empty();
        }
        if (!brokers.matches("[^:,\\s]+:\\d+(,[^:,\\s]+:\\d+)*")) {
            throw new IllegalArgumentException(
                    "REGISTRY_INGEST_KAFKA: '" + brokers + "' is no list of brokers; write host:port,host:port");
        }
        return Optional.of(brokers);
    }

    private URI uri(String name, int port) {
        String value = environment.getOrDefault(name, "");
        return URI.create(value.isBlank() ? "http://127.0.0.1:" + shifted(port) : value);
    }

    private int shifted(int port) {
        return port + (int) number("REGISTRY_PORT_BASE", PORT_BASE) - PORT_BASE;
    }

    private long number(String name, long usual) {
        String value = environment.getOrDefault(name, "");
        try {
            return value.isBlank() ? usual : Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + ": '" + value + "' is no whole number; correct it", e);
        }
    }

    private String required(String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is missing; set it");
        }
        return value;
    }

    @Override
    public String toString() {
        return "data=" + data() + " database=" + databaseUrl() + " user=" + databaseUser() + " password=*** token=***"
                + " http=" + httpPort() + " mqtt=" + mqttPort() + " gateway=" + gateway() + " vision=" + vision()
                + " grace=" + verdictGrace() + " window=" + claimWindow();
    }
}
