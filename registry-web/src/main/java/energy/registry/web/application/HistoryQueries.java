package energy.registry.web.application;

import energy.registry.web.model.Actor;
import energy.registry.web.model.HistoryEntry;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Role;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.port.History;
import energy.registry.web.port.Ledger;
import java.util.List;

/** The ledger's own story, for the regulator and the issuing body. */
public final class HistoryQueries {
    private final History history;
    private final Ledger ledger;

    public HistoryQueries(History history, Ledger ledger) {
        this.history = history;
        this.ledger = ledger;
    }

    public Slice<HistoryEntry> all(Actor actor, Window window) {
        Permission.requireOneOf(actor, Role.REGULATOR, Role.ISSUING_BODY);
        return history.all(window);
    }

    public List<HistoryEntry> ofTransaction(Actor actor, String txId) {
        Permission.requireOneOf(actor, Role.REGULATOR, Role.ISSUING_BODY);
        return history.ofTransaction(txId);
    }

    /** The transaction with signers and proofs, a JSON document. */
    public Outcome<String> transaction(Actor actor, String txId) {
        Permission.requireOneOf(actor, Role.REGULATOR, Role.ISSUING_BODY);
        return ledger.transaction(txId);
    }
}
