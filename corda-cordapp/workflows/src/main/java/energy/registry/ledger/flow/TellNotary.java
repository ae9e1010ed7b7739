package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.InitiatingFlow;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;

/**
 * Gives the notary the transaction that it has just verified and signed. A notary keeps of a transaction only what it
 * consumed; without this it fetches the transaction and verifies it once more when the next one builds on it, and that
 * next one waits for it.
 */
@InitiatingFlow
public final class TellNotary extends FlowLogic<Void> {
    private final Party notary;
    private final SignedTransaction notarised;

    TellNotary(Party notary, SignedTransaction notarised) {
        this.notary = notary;
        this.notarised = notarised;
    }

    @Suspendable
    @Override
    public Void call() {
        initiateFlow(notary).send(notarised);
        return null;
    }
}
