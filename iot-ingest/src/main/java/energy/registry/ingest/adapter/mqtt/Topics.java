package energy.registry.ingest.adapter.mqtt;

import java.util.regex.Pattern;

/** The two topics of the wire. */
final class Topics {
    static final String STATEMENTS = "registry/v1/statements/";
    static final String ANSWERS = "registry/v1/answers/";

    /** A meter's id as part of a topic: no wildcard, no separator, at most 64 characters. */
    private static final Pattern METER = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private Topics() {}

    /** The meter that a topic under {@code prefix} names, or null. */
    static String meter(String prefix, String topic) {
        if (!topic.startsWith(prefix)) {
            return null;
        }
        String meterId = topic.substring(prefix.length());
        return METER.matcher(meterId).matches() ? meterId : null;
    }
}
