package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.contract.Issue;
import energy.registry.ledger.contract.IssuePlan;
import energy.registry.ledger.event.LedgerEventLog;
import energy.registry.ledger.state.CertificateState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.NotaryException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
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
                if (!LedgerFlow.isWorthAnotherDraft(e)) {
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
        Signed signed = sign(outcomes);
        if (signed != null) {
            settle(signed, subFlow(new RecordEverywhere(signed.transaction, signed.others)), outcomes);
        }
    }

    /** The transaction of what is left to issue, or null; the batch itself ends here and is in no checkpoint. */
    private Signed sign(Map<Integer, ClaimOutcome> outcomes) throws FlowException {
        IssueBatch batch = new IssueBatch(getServiceHub(), claims);
        Map<Integer, Verdict> accepted = new LinkedHashMap<>();
        for (int i = 0; i < claims.size(); i++) {
            if (!outcomes.containsKey(i)) {
                accepted.put(i, batch.add(claims.get(i)));
            }
        }
        List<Integer> fresh = settleKnown(accepted, outcomes);
        if (fresh.isEmpty()) {
            return null;
        }
        if (fresh.size() < batch.taken()) {
            throw new IllegalStateException("a claim in the log is in the cursor too, so that its cursor refuses it");
        }
        List<Integer> pages = new ArrayList<>(fresh.size());
        fresh.forEach(i -> pages.add(batch.pageOf(claims.get(i))));
        return new Signed(fresh, pages, batch.sign(fresh), batch.others());
    }

    /** What has to outlive the steps of recording. */
    private static final class Signed {
        private final List<Integer> claims;
        private final List<Integer> pages;
        private final SignedTransaction transaction;
        private final List<Party> others;

        Signed(List<Integer> claims, List<Integer> pages, SignedTransaction transaction, List<Party> others) {
            this.claims = claims;
            this.pages = pages;
            this.transaction = transaction;
            this.others = others;
        }
    }

    private void settle(Signed signed, SignedTransaction recorded, Map<Integer, ClaimOutcome> outcomes) {
        Map<Digest, CertificateBundle> made = certificatesIn(recorded);
        for (int i = 0; i < signed.claims.size(); i++) {
            int claim = signed.claims.get(i);
            int page = signed.pages.get(i);
            outcomes.put(claim, issued(SignedClaim.decode(claims.get(claim)), recorded, made, page));
        }
    }

    /** The certificates of a transaction by the claims they come from. */
    private static Map<Digest, CertificateBundle> certificatesIn(SignedTransaction recorded) {
        Map<Digest, CertificateBundle> made = new HashMap<>();
        for (CertificateState state : recorded.getTx().outputsOfType(CertificateState.class)) {
            CertificateBundle bundle = state.certificate();
            made.put(bundle.issuance().claimId(), bundle);
        }
        return made;
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
                    outcomes.put(
                            i,
                            issued(
                                    SignedClaim.decode(claims.get(i)),
                                    before,
                                    certificatesIn(before),
                                    ClaimOutcome.PAGE_UNKNOWN));
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
        return new ClaimOutcome(
                idOf(claim), false, "", "", 0, verdict.rule().name(), verdict.detail(), ClaimOutcome.PAGE_UNKNOWN);
    }

    private static ClaimOutcome issued(
            SignedClaim claim, SignedTransaction recorded, Map<Digest, CertificateBundle> made, int page) {
        Digest id = claim.claim().id();
        CertificateBundle bundle = made.get(id);
        return new ClaimOutcome(
                id.toString(),
                true,
                bundle == null ? "" : bundle.certificateId(),
                LedgerFlow.text(recorded.getId()),
                bundle == null ? 0 : bundle.quantity().toLong(),
                "",
                "",
                page);
    }
}
