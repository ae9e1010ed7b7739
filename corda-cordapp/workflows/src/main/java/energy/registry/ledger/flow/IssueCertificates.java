package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.contract.Issue;
import energy.registry.ledger.contract.IssuePlan;
import energy.registry.ledger.event.LedgerEventLog;
import energy.registry.ledger.state.CertificateState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.NotaryError;
import net.corda.core.flows.NotaryException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.transactions.SignedTransaction;

/**
 * Issues certificates for a batch of claims in one transaction.
 *
 * <ol>
 *   <li>A claim that was issued before gets its first result again.
 *   <li>Each other claim is held against the rule book at its meter's cursor; one that is refused is left out.
 *   <li>The rest becomes one transaction: cursor pages in, cursor pages and certificates out.
 *   <li>Where another issue took a page first, start again from the vault.
 * </ol>
 */
@StartableByRPC
public final class IssueCertificates extends FlowLogic<IssueOutcome> {
    private final List<byte[]> claims;

    public IssueCertificates(List<byte[]> claims) {
        this.claims = new ArrayList<>(claims);
    }

    @Suspendable
    @Override
    public IssueOutcome call() throws FlowException {
        int count = claims.size();
        if (count == 0 || count > IssuePlan.CLAIMS_MAX) {
            throw LedgerRefusal.of(Rule.BATCH_IS_BOUNDED.isBrokenBy(count + " claims"));
        }
        Map<Integer, ClaimOutcome> outcomes = new LinkedHashMap<>();
        for (int attempt = 1; outcomes.size() < count; attempt++) {
            try {
                issue(outcomes);
            } catch (NotaryException e) {
                if (!(e.getError() instanceof NotaryError.Conflict)) {
                    throw e;
                }
                if (attempt == LedgerFlow.ATTEMPTS_MAX) {
                    throw LedgerRefusal.of(Rule.LEDGER_IS_NOT_CONTENDED.isBrokenBy(attempt + " attempts"));
                }
                sleep(LedgerFlow.PAUSE);
            }
        }
        List<ClaimOutcome> inOrder = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            inOrder.add(outcomes.get(i));
        }
        return new IssueOutcome(inOrder);
    }

    @Suspendable
    private void issue(Map<Integer, ClaimOutcome> outcomes) throws FlowException {
        IssueBatch batch = new IssueBatch(getServiceHub(), claims);
        Map<Integer, Verdict> accepted = new LinkedHashMap<>();
        for (int i = 0; i < claims.size(); i++) {
            if (!outcomes.containsKey(i)) {
                accepted.put(i, batch.add(claims.get(i)));
            }
        }
        List<Integer> fresh = settleKnown(accepted, outcomes);
        if (fresh.isEmpty()) {
            return;
        }
        if (fresh.size() < batch.taken()) {
            throw new IllegalStateException("a claim in the log is in the cursor too, so that its cursor refuses it");
        }
        SignedTransaction signed = batch.sign(fresh);
        SignedTransaction recorded = subFlow(new RecordEverywhere(signed, batch.others()));
        for (int i : fresh) {
            outcomes.put(i, issued(SignedClaim.decode(claims.get(i)), recorded));
        }
    }

    /** Answers what is decided already; what is left is for the transaction. */
    private List<Integer> settleKnown(Map<Integer, Verdict> verdicts, Map<Integer, ClaimOutcome> outcomes) {
        List<Integer> fresh = new ArrayList<>();
        for (Map.Entry<Integer, Verdict> each : verdicts.entrySet()) {
            int i = each.getKey();
            if (each.getValue().isValid()) {
                fresh.add(i);
            } else {
                SignedTransaction before = recordedFor(claims.get(i));
                boolean repeated = before == null && isAmong(i, fresh);
                if (before != null) {
                    outcomes.put(i, issued(SignedClaim.decode(claims.get(i)), before));
                } else if (!repeated) {
                    outcomes.put(i, refused(claims.get(i), each.getValue()));
                }
            }
        }
        return fresh;
    }

    /** A claim that stands twice in the batch waits for the next round, which finds the first one's result. */
    private boolean isAmong(int claim, List<Integer> fresh) {
        for (int i : fresh) {
            if (idOf(claims.get(i)).equals(idOf(claims.get(claim)))) {
                return true;
            }
        }
        return false;
    }

    private SignedTransaction recordedFor(byte[] claim) {
        String id = idOf(claim);
        if (id.isEmpty()) {
            return null;
        }
        Optional<SecureHash> txId = getServiceHub()
                .cordaService(LedgerEventLog.class)
                .transactionOf(LedgerEventLog.requestKey(Issue.class, id));
        return txId.isPresent() ? getServiceHub().getValidatedTransactions().getTransaction(txId.get()) : null;
    }

    /** The claim's id, or nothing when the bytes are no claim. */
    private static String idOf(byte[] claim) {
        try {
            return SignedClaim.decode(claim).claim().id().toString();
        } catch (IllegalArgumentException noClaim) {
            return "";
        }
    }

    private static ClaimOutcome refused(byte[] claim, Verdict verdict) {
        return new ClaimOutcome(idOf(claim), false, "", "", 0, verdict.rule().name(), verdict.detail());
    }

    private static ClaimOutcome issued(SignedClaim claim, SignedTransaction recorded) {
        Digest id = claim.claim().id();
        String certificateId = "";
        long quantity = 0;
        for (CertificateState state : recorded.getTx().outputsOfType(CertificateState.class)) {
            if (state.certificate().issuance().claimId().equals(id)) {
                certificateId = state.certificate().certificateId();
                quantity = state.certificate().quantity().toLong();
            }
        }
        return new ClaimOutcome(
                id.toString(), true, certificateId, LedgerFlow.text(recorded.getId()), quantity, "", "");
    }
}
