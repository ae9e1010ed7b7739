package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import net.corda.core.flows.CollectSignaturesFlow;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;

/** Has other nodes look at a transaction and sign it. */
@InitiatingFlow
public final class AskConsent extends FlowLogic<SignedTransaction> {
    private final SignedTransaction transaction;
    private final List<Party> signers;
    private final Collection<PublicKey> ownKeys;

    AskConsent(SignedTransaction transaction, List<Party> signers, Collection<PublicKey> ownKeys) {
        this.transaction = transaction;
        this.signers = signers;
        this.ownKeys = ownKeys;
    }

    @Suspendable
    @Override
    public SignedTransaction call() throws FlowException {
        List<FlowSession> sessions = new ArrayList<>();
        for (Party signer : signers) {
            sessions.add(initiateFlow(signer));
        }
        return subFlow(new CollectSignaturesFlow(transaction, sessions, ownKeys));
    }
}
