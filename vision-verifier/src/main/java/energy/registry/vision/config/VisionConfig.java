package energy.registry.vision.config;

import energy.registry.domain.encoding.Digest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of the service, from the environment.
 *
 * @param serviceToken shared secret of the services
 * @param model a detector that proposes views when cameras are commissioned; usually none
 * @param keepClips how long raw clips are kept; nought for ever
 */
record VisionConfig(
        Path data,
        int port,
        URI gateway,
        URI ingest,
        String serviceToken,
        Optional<PinnedFile> model,
        Duration keepClips) {
    /** A file with the digest that it has to have. */
    record PinnedFile(Path file, Digest sha256) {}

    VisionConfig(Path data, int port, URI gateway, URI ingest, String serviceToken) {
        this(data, port, gateway, ingest, serviceToken, Optional.empty(), Duration.ZERO);
    }

    private static final int PORT = 8092;
    private static final int GATEWAY_PORT = 8090;
    private static final int INGEST_PORT = 8091;
    private static final int PORT_BASE = 8000;
    private static final String PREFIX = "REGISTRY_";
    private static final String MODEL = "REGISTRY_VISION_ONNX";
    private static final String MODEL_DIGEST = "REGISTRY_VISION_ONNX_SHA256";
    private static final String CLIP_DAYS = "REGISTRY_VISION_CLIP_DAYS";
    private static final int CLIP_DAYS_MAX = 36_500;

    /** Every process gets the same set; what is not ours is left alone, what nobody knows stops the start. */
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
            MODEL,
            MODEL_DIGEST,
            CLIP_DAYS);

    static VisionConfig from(Map<String, String> environment) {
        for (String name : environment.keySet()) {
            if (name.startsWith(PREFIX) && !KNOWN.contains(name)) {
                throw new IllegalArgumentException(name + ": no such setting; see ops/docs/wire.md section 1");
            }
        }
        int shift = shift(environment.getOrDefault("REGISTRY_PORT_BASE", String.valueOf(PORT_BASE)));
        String token = environment.get("REGISTRY_SERVICE_TOKEN");
        if (token == null || token.isBlank()) {
            throw new IllegalArgumentException("REGISTRY_SERVICE_TOKEN: is missing; set the services' shared secret");
        }
        return new VisionConfig(
                Path.of(environment.getOrDefault("REGISTRY_DATA", "ops/data")).toAbsolutePath(),
                PORT + shift,
                uri(environment, "REGISTRY_GATEWAY_URL", GATEWAY_PORT + shift),
                uri(environment, "REGISTRY_INGEST_URL", INGEST_PORT + shift),
                token,
                model(environment),
                keepClips(environment.getOrDefault(CLIP_DAYS, "0")));
    }

    private static Duration keepClips(String days) {
        if (!days.matches("[0-9]{1,5}") || Integer.parseInt(days) > CLIP_DAYS_MAX) {
            throw new IllegalArgumentException(CLIP_DAYS + ": '" + days + "' is no number of days; give 1 to "
                    + CLIP_DAYS_MAX + ", or 0 for ever");
        }
        return Duration.ofDays(Integer.parseInt(days));
    }

    /** Both or neither: no file is run that nobody pinned. */
    private static Optional<PinnedFile> model(Map<String, String> environment) {
        String file = environment.getOrDefault(MODEL, "");
        String digest = environment.getOrDefault(MODEL_DIGEST, "");
        if (file.isBlank() && digest.isBlank()) {
            return Optional.empty();
        }
        if (file.isBlank() || !digest.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(MODEL_DIGEST + ": '" + digest + "' with " + MODEL + " '" + file
                    + "'; give a file and its SHA-256 in 64 hex digits");
        }
        return Optional.of(new PinnedFile(Path.of(file).toAbsolutePath(), Digest.parse(digest)));
    }

    private static int shift(String base) {
        try {
            int shift = Integer.parseInt(base.trim()) - PORT_BASE;
            if (PORT + shift < 1_024 || PORT + shift > 65_535) {
                throw new IllegalArgumentException("REGISTRY_PORT_BASE: '" + base + "' puts ports out of range");
            }
            return shift;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("REGISTRY_PORT_BASE: '" + base + "' is no number", e);
        }
    }

    private static URI uri(Map<String, String> environment, String name, int port) {
        String value = environment.getOrDefault(name, "http://127.0.0.1:" + port);
        URI uri = URI.create(value);
        if (uri.getHost() == null) {
            throw new IllegalArgumentException(name + ": '" + value + "' is no address; use http://host:port");
        }
        return uri;
    }

    @Override
    public String toString() {
        return "data " + data + ", port " + port + ", gateway " + gateway + ", ingest " + ingest + ", token ***";
    }
}
