package energy.registry.ledger.flow;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.corda.core.identity.Party;
import net.corda.core.transactions.TransactionBuilder;

/** A transaction before its signatures: what it does, which of this node's keys sign, who else signs, who else records. */
final class LedgerDraft {
    private final TransactionBuilder builder;
    private final List<PublicKey> keys;
    private final List<Party> signers;
    private final List<Party> others;

    private LedgerDraft(TransactionBuilder builder, List<PublicKey> keys, List<Party> signers, List<Party> others) {
        this.builder = builder;
        this.keys = keys;
        this.signers = signers;
        this.others = others;
    }

    static LedgerDraft of(TransactionBuilder builder, List<Party> others, PublicKey... keys) {
        return new LedgerDraft(builder, new ArrayList<>(Arrays.asList(keys)), Collections.emptyList(), others);
    }

    /** The same draft, to be signed by others too. */
    LedgerDraft withConsentOf(Party... consenting) {
        return new LedgerDraft(builder, keys, Arrays.asList(consenting), others);
    }

    TransactionBuilder builder() {
        return builder;
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
