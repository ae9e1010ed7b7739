package energy.registry.ledger.contract;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CertificateStatus;
import java.util.Collections;
import java.util.List;

/** Pieces of one issue that follow each other become one certificate again; nothing else may be mixed (D24). */
final class MergeRules {
    /** Pieces joined at once. */
    static final int PIECES_MAX = 64;

    private final Facts facts;

    MergeRules(Facts facts) {
        this.facts = facts;
    }

    Verdict check() {
        List<CertificateState> before = facts.inputs(CertificateState.class);
        boolean expected = before.size() >= 2
                && before.size() <= PIECES_MAX
                && facts.hasOnly(before.size(), 1, 1)
                && facts.outputs(CertificateState.class).size() == 1;
        return Verdict.firstOf(
                () -> facts.shape(expected),
                () -> Rule.OWNER_HOLDS_CERTIFICATE.holds(Facts.haveOneOwner(before), "several owners"),
                () -> facts.signedBy(before.get(0).getOwner(), "the owner"),
                () -> Rule.CERTIFICATE_IS_ACTIVE.holds(
                        before.stream().allMatch(state -> state.status() == CertificateStatus.ACTIVE), "a lock"),
                () -> new Freezes(facts).allow(before),
                () -> joined(before));
    }

    private Verdict joined(List<CertificateState> before) {
        CertificateBundle all = before.get(0).certificate();
        for (CertificateState state : before.subList(1, before.size())) {
            CertificateBundle next = state.certificate();
            if (!all.isFollowedBy(next)) {
                return Rule.PIECES_ARE_ADJACENT.isBrokenBy(next + " does not follow " + all);
            }
            try {
                all = all.joinedWith(next);
            } catch (IllegalArgumentException e) {
                return Rule.PIECES_ARE_ADJACENT.isBrokenBy(e.getMessage());
            }
        }
        CertificateState expected = before.get(0).withBundle(all);
        return Pieces.follow(Collections.singletonList(expected), facts.outputs(CertificateState.class));
    }
}
