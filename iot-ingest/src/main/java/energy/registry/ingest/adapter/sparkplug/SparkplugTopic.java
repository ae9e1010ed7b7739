package energy.registry.ingest.adapter.sparkplug;

import java.util.Optional;

/**
 * {@code spBv1.0/group/type/node[/device]}.
 *
 * @param device empty for the node itself
 */
record SparkplugTopic(String group, String type, String node, String device) {
    static final String NAMESPACE = "spBv1.0/";

    /** Parts are ids of people's choice; longer ones are nobody's. */
    private static final int PART_CHARS_MAX = 128;

    static Optional<SparkplugTopic> read(String topic) {
        String[] parts = topic.split("/", -1);
        if (!topic.startsWith(NAMESPACE) || parts.length < 4 || parts.length > 5) {
            return Optional.empty();
        }
        for (String part : parts) {
            if (part.isEmpty() || part.length() > PART_CHARS_MAX || part.matches(".*[+#\\p{Cntrl}].*")) {
                return Optional.empty();
            }
        }
        return Optional.of(new SparkplugTopic(parts[1], parts[2], parts[3], parts.length == 5 ? parts[4] : ""));
    }

    String nodeKey() {
        return group + "/" + node;
    }

    String command() {
        return NAMESPACE + group + "/NCMD/" + node;
    }
}
