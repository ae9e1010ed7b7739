package energy.registry.ops.launcher;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The settings that whoever starts the registry may give in the environment, and the one process that each is for. */
final class GivenSettings {
    private static final Map<String, Set<String>> OF_PROCESS = Map.of(
            ServiceSteps.VISION,
                    Set.of("REGISTRY_VISION_ONNX", "REGISTRY_VISION_ONNX_SHA256", "REGISTRY_VISION_CLIP_DAYS"),
            ServiceSteps.INGEST,
                    Set.of(
                            "REGISTRY_INGEST_KAFKA",
                            "REGISTRY_INGEST_HTTP_RATE",
                            "REGISTRY_INGEST_CLAIM_WINDOW_SECONDS",
                            "REGISTRY_INGEST_VERDICT_GRACE_SECONDS"),
            WebSteps.WEB, Set.of("REGISTRY_SMTP_URL", "REGISTRY_WEBHOOK_LOCAL"));

    private GivenSettings() {}

    static Set<String> names() {
        Set<String> all = new TreeSet<>();
        OF_PROCESS.values().forEach(all::addAll);
        return all;
    }

    /** Those of the environment that are for this process. */
    static Map<String, String> of(String process, Map<String, String> environment) {
        Map<String, String> given = new TreeMap<>(environment);
        given.keySet().retainAll(OF_PROCESS.getOrDefault(process, Set.of()));
        return given;
    }
}
