package energy.registry.web.application;

import energy.registry.web.model.Actor;

/** Where the use cases write down what somebody changed on the ledger, and why. */
public interface ChangeLog {
    /** For use cases on their own, in tests say. */
    ChangeLog NONE = change -> {};

    /**
     * A change that stands on the ledger.
     *
     * @param act what was done, as a code
     * @param txId the transaction; the same change asked for again has the same one
     * @param subject the id of what was changed
     * @param concerns the other party; empty when there is none
     * @param sentence what was done, in words
     * @param reason why, as the actor said; empty when nobody is asked for a reason
     */
    record Change(
            Actor actor, String act, String txId, String subject, String concerns, String sentence, String reason) {}

    /** Writes the change down, once for each act, transaction and party. */
    void once(Change change);
}
