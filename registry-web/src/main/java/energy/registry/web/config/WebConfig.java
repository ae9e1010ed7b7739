package energy.registry.web.config;

import energy.registry.web.adapter.mail.MailServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The settings of the web application, from environment variables. An unknown {@code REGISTRY_…} variable stops the start. */
public record WebConfig(
        URI gateway,
        URI ingest,
        URI vision,
        URI publicBase,
        URI issuer,
        Path data,
        String serviceToken,
        String peopleSecret,
        Optional<MailServer> mailServer,
        boolean localWebhooks) {
    private static final String PREFIX = "REGISTRY_";
    /** Those of the shared set that this process, or the server around it, understands or has no use for. */
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
            "REGISTRY_OIDC_PEOPLE_SECRET",
            "REGISTRY_SMTP_URL",
            "REGISTRY_WEBHOOK_LOCAL",
            "REGISTRY_SERVICE_TOKEN",
            "REGISTRY_RPC_USER",
            "REGISTRY_RPC_PASSWORD",
            "REGISTRY_CORDA_HOST",
            "REGISTRY_INGEST_VERDICT_GRACE_SECONDS");

    private static final int PORT_BASE_DEFAULT = 8_000;

    public static WebConfig of(Map<String, String> environment) {
        Set<String> unknown = new TreeSet<>(environment.keySet());
        unknown.removeIf(name -> !name.startsWith(PREFIX) || KNOWN.contains(name));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "Unknown settings " + unknown + ": remove them, or correct their names.");
        }
        int shift = number(environment, "REGISTRY_PORT_BASE", PORT_BASE_DEFAULT) - PORT_BASE_DEFAULT;
        return new WebConfig(
                uri(environment, "REGISTRY_GATEWAY_URL", "http://127.0.0.1:" + (8090 + shift)),
                uri(environment, "REGISTRY_INGEST_URL", "http://127.0.0.1:" + (8091 + shift)),
                uri(environment, "REGISTRY_VISION_URL", "http://127.0.0.1:" + (8092 + shift)),
                uri(environment, "REGISTRY_WEB_URL", "http://localhost:" + (8080 + shift)),
                uri(environment, "REGISTRY_OIDC_ISSUER", "http://localhost:" + (8180 + shift) + "/realms/registry"),
                Path.of(environment.getOrDefault("REGISTRY_DATA", "ops/data")),
                environment.getOrDefault("REGISTRY_SERVICE_TOKEN", ""),
                environment.getOrDefault("REGISTRY_OIDC_PEOPLE_SECRET", ""),
                MailServer.of(environment.getOrDefault("REGISTRY_SMTP_URL", "")),
                "true".equals(environment.get("REGISTRY_WEBHOOK_LOCAL")));
    }

    private static int number(Map<String, String> environment, String name, int otherwise) {
        String text = environment.get(name);
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(name + "=" + text + " is not a number: give a port, for example 8000.");
        }
    }

    private static URI uri(Map<String, String> environment, String name, String otherwise) {
        String text = environment.getOrDefault(name, otherwise);
        String plain = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        try {
            URI uri = URI.create(plain);
            if ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException wrong) {
            // told below, with name and remedy
        }
        throw new IllegalArgumentException(name + "=" + text + " is not an http(s) address: give http://HOST:PORT.");
    }

    @Override
    public String toString() {
        return "WebConfig[gateway=" + gateway + ", ingest=" + ingest + ", vision=" + vision + ", publicBase="
                + publicBase + ", issuer=" + issuer + ", data=" + data + ", mail="
                + mailServer.map(MailServer::toString).orElse("off")
                + ", serviceToken=***]";
    }
}
