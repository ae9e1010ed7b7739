package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.transactions.SignedTransaction;

/** One recorded transaction with everything that its id and signatures can be checked from. */
@StartableByRPC
public final class ReadTransaction extends FlowLogic<TransactionDetail> {
    private final String txId;

    public ReadTransaction(String txId) {
        this.txId = txId;
    }

    @Suspendable
    @Override
    public TransactionDetail call() throws FlowException {
        if (!txId.matches("[0-9a-fA-F]{64}")) {
            throw new FlowException("txId: '" + txId + "' is not 64 hexadecimal digits");
        }
        SignedTransaction signed = getServiceHub().getValidatedTransactions().getTransaction(SecureHash.create(txId));
        if (signed == null) {
            throw new FlowException("txId: no transaction " + txId + " is recorded here");
        }
        return new DetailOf(signed, getServiceHub()).detail();
    }
}
