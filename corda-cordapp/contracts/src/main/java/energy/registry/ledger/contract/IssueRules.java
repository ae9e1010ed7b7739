package energy.registry.ledger.contract;

import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.cursor.LateWindow;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CursorPageState;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.corda.core.identity.Party;
import net.corda.core.utilities.OpaqueBytes;

/**
 * Certificates come from claims and from nothing else: the contract accepts each claim at its meter's cursor, with the
 * signatures of meter and verifiers, and compares the result with what the transaction makes.
 */
final class IssueRules {
    private final List<OpaqueBytes> claims;
    private final long issuedEpochSecond;
    private final Facts facts;
    private final boolean discharge;

    private IssueRules(List<OpaqueBytes> claims, long issuedEpochSecond, Facts facts, boolean discharge) {
        this.claims = claims;
        this.issuedEpochSecond = issuedEpochSecond;
        this.facts = facts;
        this.discharge = discharge;
    }

    static IssueRules of(Issue command, Facts facts) {
        return new IssueRules(command.getClaims(), command.getIssuedEpochSecond(), facts, false);
    }

    /** Claims of a storage unit, whose account the transaction consumes and makes again. */
    static IssueRules ofDischarge(List<OpaqueBytes> claims, long issuedEpochSecond, Facts facts) {
        return new IssueRules(claims, issuedEpochSecond, facts, true);
    }

    Verdict check() {
        List<CursorPageState> before = facts.inputs(CursorPageState.class);
        int accounts = discharge ? 1 : 0;
        int certificates = facts.outputs(CertificateState.class).size();
        boolean expected = !before.isEmpty()
                && facts.hasOnly(before.size() + accounts, before.size() + accounts + certificates, 1)
                && facts.outputs(CursorPageState.class).size() == before.size();
        return Verdict.firstOf(
                () -> facts.shape(expected),
                () -> Rule.BATCH_IS_BOUNDED.holds(
                        claims.size() >= 1 && claims.size() <= IssuePlan.CLAIMS_MAX, claims.size() + " claims"),
                () -> pinned(before),
                () -> facts.signedBy(before.get(0).getIssuer().getOwningKey(), "the issuing body"),
                () -> new Freezes(facts).consulted(before.get(0).getIssuer()),
                () -> Rule.ISSUE_TIME_IS_NOTARISED.holds(
                        facts.happensAround(issuedEpochSecond), "issued at " + issuedEpochSecond),
                () -> consequence(before));
    }

    private Verdict pinned(List<CursorPageState> before) {
        Party issuer = before.get(0).getIssuer();
        Set<Integer> numbers =
                before.stream().map(page -> page.cursors().number()).collect(Collectors.toSet());
        Party regulator = before.get(0).getRegulator();
        boolean oneIssuer = before.stream()
                .allMatch(page ->
                        page.getIssuer().equals(issuer) && page.getRegulator().equals(regulator));
        boolean atNotary = before.stream().allMatch(page -> page.getNotary().equals(facts.notary()));
        return Verdict.firstOf(
                () -> Rule.NOTARY_IS_PINNED.holds(atNotary, "notary " + facts.notary()),
                () -> Rule.ISSUER_IS_PINNED.holds(oneIssuer, "pages of several authorities"),
                () -> Rule.ISSUER_IS_PINNED.holds(numbers.size() == before.size(), "a page comes twice"));
    }

    private Verdict consequence(List<CursorPageState> before) {
        boolean consented = facts.isSignedBy(before.get(0).getRegulator().getOwningKey());
        IssuePlan plan = new IssuePlan(
                before, issuedEpochSecond, consented ? LateWindow.OPENED_BY_REGULATOR : LateWindow.CLOSED);
        for (OpaqueBytes claim : claims) {
            Verdict verdict = discharge ? plan.addDischarge(claim.getBytes()) : plan.add(claim.getBytes());
            if (!verdict.isValid()) {
                return verdict;
            }
        }
        List<CertificateState> made = facts.outputs(CertificateState.class);
        return Verdict.firstOf(
                () -> plan.certificates().isEmpty() ? Verdict.VALID : new Freezes(facts).allow(plan.certificates()),
                () -> cursors(plan.pages()),
                () -> Rule.CERTIFICATES_FOLLOW_CLAIMS.holds(
                        made.size() == plan.certificates().size(),
                        made.size() + " certificates, expected "
                                + plan.certificates().size()),
                () -> certificates(plan.certificates(), made));
    }

    private Verdict cursors(List<CursorPageState> expected) {
        List<CursorPageState> after = facts.outputs(CursorPageState.class);
        for (int i = 0; i < expected.size(); i++) {
            CursorPageState page = expected.get(i);
            boolean follows = Arrays.equals(after.get(i).getPage(), page.getPage())
                    && after.get(i).isPinnedLike(page);
            if (!follows) {
                return Rule.CURSOR_FOLLOWS_CLAIMS.isBrokenBy(
                        "page " + page.cursors().number());
            }
        }
        return Verdict.VALID;
    }

    private static Verdict certificates(List<CertificateState> expected, List<CertificateState> made) {
        for (int i = 0; i < expected.size(); i++) {
            boolean follows =
                    Arrays.equals(made.get(i).getBundle(), expected.get(i).getBundle())
                            && made.get(i).isHeldLike(expected.get(i));
            if (!follows) {
                return Rule.CERTIFICATES_FOLLOW_CLAIMS.isBrokenBy(
                        "expected " + expected.get(i).certificate().certificateId());
            }
        }
        return Verdict.VALID;
    }

    /** The claim behind canonical bytes, or a refusal; the bytes of a claim are unique. */
    static Verdict isCanonical(byte[] claim) {
        try {
            return Rule.CLAIM_IS_CANONICAL.holds(
                    Arrays.equals(SignedClaim.decode(claim).encode(), claim), "other bytes than its own");
        } catch (IllegalArgumentException e) {
            return Rule.CLAIM_IS_CANONICAL.isBrokenBy(e.getMessage());
        }
    }
}
