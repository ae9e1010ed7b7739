package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.StatementNumber;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.ReverseRetirement;
import energy.registry.ledger.event.LedgerEventLog;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.ControlState;
import energy.registry.ledger.state.RetirementState;
import java.util.List;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TransactionState;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;

/**
 * Undoes a retirement of the last 24 hours. The owner asks here; the issuing body's node signs what the rules allow, the
 * regulator's what it has approved for this statement.
 */
@StartableByRPC
public final class ReverseRetiredCertificates extends LedgerFlow<String> {
    private final String accountId;
    private final String statementNo;
    private final String actor;
    private final String reason;
    private final String ticket;

    public ReverseRetiredCertificates(
            String requestId, String accountId, String statementNo, String actor, String reason, String ticket) {
        super(ReverseRetirement.class, requestId);
        this.accountId = accountId;
        this.statementNo = statementNo;
        this.actor = actor;
        this.reason = reason;
        this.ticket = ticket;
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        AccountState owner = view().account(accountId).getState().getData();
        StateAndRef<ControlState> control = control();
        ControlState now = control.getState().getData();
        StateAndRef<RetirementState> retired = retired();
        RetirementState state = retired.getState().getData();
        if (!state.getOwner().equals(owner.getKey())) {
            throw LedgerRefusal.of(Rule.OWNER_HOLDS_CERTIFICATE.isBrokenBy(statementNo));
        }
        TransactionBuilder builder = builder().addInputState(retired).addReferenceState(control.referenced());
        for (CertificateBundle line : state.record().lines()) {
            builder.addOutputState(CertificateState.active(line, owner.getKey(), now.getIssuer()));
        }
        builder.addCommand(
                new ReverseRetirement(requestId(), actor, reason, ticket),
                owner.getKey(),
                now.getIssuer().getOwningKey(),
                now.getRegulator().getOwningKey());
        return LedgerDraft.of(builder, parties().others(now.getIssuer()), owner.getKey())
                .withConsentOf(now.getIssuer(), now.getRegulator());
    }

    private StateAndRef<RetirementState> retired() throws LedgerRefusal {
        SecureHash txId = getServiceHub()
                .cordaService(LedgerEventLog.class)
                .transactionOf(LedgerEventLog.statementKey(statementNo))
                .orElseThrow(() ->
                        LedgerRefusal.of(Rule.CERTIFICATE_EXISTS.isBrokenBy("no statement '" + statementNo + "'")));
        List<TransactionState<ContractState>> outputs = getServiceHub()
                .getValidatedTransactions()
                .getTransaction(txId)
                .getTx()
                .getOutputs();
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.get(i).getData() instanceof RetirementState
                    && StatementNumber.of(Digest.parse(text(txId)), i).equals(statementNo)) {
                return view().unspent(RetirementState.class, new StateRef(txId, i))
                        .orElseThrow(() -> LedgerRefusal.of(
                                Rule.CERTIFICATE_EXISTS.isBrokenBy(statementNo + " was reversed before")));
            }
        }
        throw new IllegalStateException(txId + " has no statement " + statementNo);
    }

    @Override
    String result(SignedTransaction recorded) {
        return text(recorded.getId());
    }
}
