package energy.registry.ingest.identity;

/**
 * Whose key it is, and for which device. A gateway's or agent's key is enrolled once for each device that it may speak
 * for: that enrolment is the delegation.
 */
public record KeySubject(Type type, String id, String deviceId) {
    /** Kinds of signers. */
    public enum Type {
        METER,
        AGENT,
        CAMERA,
        GATEWAY;

        /** Whether one key may speak for several devices. */
        public boolean isDelegated() {
            return this == AGENT || this == GATEWAY;
        }
    }
}
