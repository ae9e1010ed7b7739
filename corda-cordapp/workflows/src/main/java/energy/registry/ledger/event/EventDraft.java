package energy.registry.ledger.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An event that has no number yet, with the ids of the certificates it speaks of. */
final class EventDraft {
    private final String type;
    private final List<String> certificateIds;
    private final Json data;

    EventDraft(String type, List<String> certificateIds, Json data) {
        this.type = type;
        this.certificateIds = Collections.unmodifiableList(new ArrayList<>(certificateIds));
        this.data = data;
    }

    String type() {
        return type;
    }

    List<String> certificateIds() {
        return certificateIds;
    }

    Json data() {
        return data;
    }
}
