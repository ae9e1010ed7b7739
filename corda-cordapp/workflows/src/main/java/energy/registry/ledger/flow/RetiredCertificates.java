package energy.registry.ledger.flow;

import energy.registry.domain.certificate.Retirement;
import energy.registry.domain.certificate.StatementNumber;
import energy.registry.domain.encoding.Digest;
import energy.registry.ledger.state.RetirementState;
import java.util.List;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.TransactionState;
import net.corda.core.serialization.CordaSerializable;
import net.corda.core.transactions.SignedTransaction;

/** A retirement and the public number of its statement. */
@CordaSerializable
public final class RetiredCertificates {
    private final String statementNo;
    private final String retirementId;
    private final String txId;
    private final long quantityWh;

    public RetiredCertificates(String statementNo, String retirementId, String txId, long quantityWh) {
        this.statementNo = statementNo;
        this.retirementId = retirementId;
        this.txId = txId;
        this.quantityWh = quantityWh;
    }

    /** What a recorded retirement says, whatever it was for. */
    static RetiredCertificates of(SignedTransaction recorded) {
        List<TransactionState<ContractState>> outputs = recorded.getTx().getOutputs();
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.get(i).getData() instanceof RetirementState) {
                Retirement retirement = ((RetirementState) outputs.get(i).getData()).record();
                String txId = LedgerFlow.text(recorded.getId());
                return new RetiredCertificates(
                        StatementNumber.of(Digest.parse(txId), i),
                        retirement.id().toString(),
                        txId,
                        retirement.quantity().toLong());
            }
        }
        throw new IllegalStateException(recorded.getId() + " retires nothing");
    }

    public String getStatementNo() {
        return statementNo;
    }

    public String getRetirementId() {
        return retirementId;
    }

    public String getTxId() {
        return txId;
    }

    public long getQuantityWh() {
        return quantityWh;
    }
}
