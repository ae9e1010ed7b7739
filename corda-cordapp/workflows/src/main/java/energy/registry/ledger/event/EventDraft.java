package energy.registry.ledger.event;

/** An event that has no number yet; {@code certificateId} is the certificate it speaks of, or empty. */
final class EventDraft {
    private final String type;
    private final String certificateId;
    private final Json data;

    EventDraft(String type, String certificateId, Json data) {
        this.type = type;
        this.certificateId = certificateId;
        this.data = data;
    }

    String type() {
        return type;
    }

    String certificateId() {
        return certificateId;
    }

    Json data() {
        return data;
    }
}
