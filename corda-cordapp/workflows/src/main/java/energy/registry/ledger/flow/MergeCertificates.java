package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.Merge;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.ControlState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;

/** Joins an account's pieces of one issue that follow each other, given in any order. */
@StartableByRPC
public final class MergeCertificates extends LedgerFlow<MergedCertificate> {
    private final String accountId;
    private final List<String> certificateIds;

    public MergeCertificates(String requestId, String accountId, List<String> certificateIds) {
        super(Merge.class, requestId);
        this.accountId = accountId;
        this.certificateIds = new ArrayList<>(certificateIds);
    }

    @Override
    boolean answersWhenRecordedHere() {
        return true;
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        StateAndRef<ControlState> control = control();
        AccountState owner = view().account(accountId).getState().getData();
        List<StateAndRef<CertificateState>> pieces = new ArrayList<>();
        for (String id : certificateIds) {
            pieces.add(view().certificate(id, owner.getKey()));
        }
        pieces.sort(Comparator.comparingLong(
                piece -> piece.getState().getData().certificate().serialFromWh()));
        TransactionBuilder builder = builder().addReferenceState(control.referenced());
        pieces.forEach(builder::addInputState);
        builder.addOutputState(joined(pieces)).addCommand(new Merge(requestId()), owner.getKey());
        return LedgerDraft.of(builder, parties().others(), owner.getKey());
    }

    private static CertificateState joined(List<StateAndRef<CertificateState>> pieces) throws LedgerRefusal {
        try {
            CertificateBundle all = null;
            for (StateAndRef<CertificateState> piece : pieces) {
                CertificateBundle next = piece.getState().getData().certificate();
                all = all == null ? next : all.joinedWith(next);
            }
            return pieces.get(0).getState().getData().withBundle(all);
        } catch (IllegalArgumentException apart) {
            throw LedgerRefusal.of(Rule.PIECES_ARE_ADJACENT.isBrokenBy(apart.getMessage()));
        }
    }

    @Override
    MergedCertificate result(SignedTransaction recorded) {
        CertificateState joined =
                recorded.getTx().outputsOfType(CertificateState.class).get(0);
        return new MergedCertificate(joined.certificate().certificateId(), text(recorded.getId()));
    }
}
