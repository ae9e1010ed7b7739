package energy.registry.ledger.flow;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;

/** A transaction on its way, without the vault's states that its draft was made from: a checkpoint carries all of this. */
final class Prepared {
    private final SignedTransaction transaction;
    private final boolean recorded;
    private final List<PublicKey> keys;
    private final List<Party> signers;
    private final List<Party> others;

    private Prepared(
            SignedTransaction transaction,
            boolean recorded,
            List<PublicKey> keys,
            List<Party> signers,
            List<Party> others) {
        this.transaction = transaction;
        this.recorded = recorded;
        this.keys = new ArrayList<>(keys);
        this.signers = new ArrayList<>(signers);
        this.others = new ArrayList<>(others);
    }

    /** One that the request led to before. */
    static Prepared recorded(SignedTransaction before) {
        return new Prepared(before, true, Collections.emptyList(), Collections.emptyList(), Collections.emptyList());
    }

    static Prepared signed(SignedTransaction transaction, LedgerDraft draft) {
        return new Prepared(transaction, false, draft.keys(), draft.signers(), draft.others());
    }

    boolean isRecorded() {
        return recorded;
    }

    SignedTransaction transaction() {
        return transaction;
    }

    List<PublicKey> keys() {
        return keys;
    }

    List<Party> signers() {
        return signers;
    }

    List<Party> others() {
        return others;
    }
}
