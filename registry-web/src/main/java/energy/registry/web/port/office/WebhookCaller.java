package energy.registry.web.port.office;

import energy.registry.web.model.Outcome;
import java.time.Instant;

/** Calls an organisation's address, signed with the secret that only the two know. */
public interface WebhookCaller {
    /** Why this address is never called; empty when it may be. */
    String objection(String address);

    Outcome<Integer> call(String address, String secret, Instant at, String body);
}
