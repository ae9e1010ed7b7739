package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.cursor.LateWindow;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.contract.Issue;
import energy.registry.ledger.state.CertificateState;
import java.util.Collections;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;

/**
 * Issues for a claim whose energy is older than the late window allows: alone in its transaction, which the regulator
 * signs when it has approved the claim by its id.
 */
@StartableByRPC
public final class IssueLateClaim extends LedgerFlow<ClaimOutcome> {
    private final byte[] claim;

    /** @param claimId of the claim: what is issued for it, late or not, is found under it */
    public IssueLateClaim(String claimId, byte[] claim) {
        super(Issue.class, claimId);
        this.claim = claim.clone();
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        String id = decoded().claim().id().toString();
        if (!id.equals(requestId())) {
            throw LedgerRefusal.of(Rule.CLAIM_IS_CANONICAL.isBrokenBy("the claim's id is " + id));
        }
        IssueBatch batch =
                new IssueBatch(getServiceHub(), Collections.singletonList(claim), LateWindow.OPENED_BY_REGULATOR);
        Verdict verdict = batch.add(claim);
        if (!verdict.isValid()) {
            throw LedgerRefusal.of(verdict);
        }
        Party issuer = parties().self();
        Party regulator = parties().regulator();
        TransactionBuilder builder =
                batch.draft(Collections.singletonList(0), issuer.getOwningKey(), regulator.getOwningKey());
        return LedgerDraft.of(builder, batch.others(), issuer.getOwningKey()).withConsentOf(regulator);
    }

    private SignedClaim decoded() throws LedgerRefusal {
        try {
            return SignedClaim.decode(claim);
        } catch (IllegalArgumentException e) {
            throw LedgerRefusal.of(Rule.CLAIM_IS_CANONICAL.isBrokenBy(e.getMessage()));
        }
    }

    @Override
    ClaimOutcome result(SignedTransaction recorded) {
        for (CertificateState state : recorded.getTx().outputsOfType(CertificateState.class)) {
            CertificateBundle bundle = state.certificate();
            if (bundle.issuance().claimId().toString().equals(requestId())) {
                return outcome(
                        recorded, bundle.certificateId(), bundle.quantity().toLong());
            }
        }
        return outcome(recorded, "", 0);
    }

    private ClaimOutcome outcome(SignedTransaction recorded, String certificateId, long energyWh) {
        return new ClaimOutcome(
                requestId(), true, certificateId, text(recorded.getId()), energyWh, "", "", ClaimOutcome.PAGE_UNKNOWN);
    }
}
