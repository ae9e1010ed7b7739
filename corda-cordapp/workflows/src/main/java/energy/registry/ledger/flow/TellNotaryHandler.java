package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.SignatureException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.InitiatedBy;
import net.corda.core.identity.Party;
import net.corda.core.node.StatesToRecord;
import net.corda.core.transactions.SignedTransaction;

/** Keeps a transaction that carries this notary's own signature: it was verified before it was signed. */
@InitiatedBy(TellNotary.class)
public final class TellNotaryHandler extends FlowLogic<Void> {
    private final FlowSession session;

    public TellNotaryHandler(FlowSession session) {
        this.session = session;
    }

    @Suspendable
    @Override
    public Void call() throws FlowException {
        SignedTransaction told = session.receive(SignedTransaction.class).unwrap(stx -> stx);
        if (!isSignedHere(told)) {
            throw new FlowException("only what this notary has signed is kept: " + told.getId());
        }
        getServiceHub().recordTransactions(StatesToRecord.NONE, Collections.singletonList(told));
        return null;
    }

    private boolean isSignedHere(SignedTransaction told) throws FlowException {
        Set<PublicKey> own = new HashSet<>();
        for (Party identity : getServiceHub().getMyInfo().getLegalIdentities()) {
            own.add(identity.getOwningKey());
        }
        try {
            for (TransactionSignature signature : told.getSigs()) {
                if (own.contains(signature.getBy()) && signature.isValid(told.getId())) {
                    return true;
                }
            }
            return false;
        } catch (InvalidKeyException | SignatureException e) {
            throw new FlowException("a signature of " + told.getId() + " cannot be read", e);
        }
    }
}
