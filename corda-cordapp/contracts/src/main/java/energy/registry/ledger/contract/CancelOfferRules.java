package energy.registry.ledger.contract;

import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CertificateStatus;
import java.util.Collections;
import java.util.List;

/** The owner takes his offer back and the certificate is free again. */
final class CancelOfferRules {
    private final Facts facts;

    CancelOfferRules(Facts facts) {
        this.facts = facts;
    }

    Verdict check() {
        boolean expected = facts.hasOnly(1, 1, 1)
                && facts.inputs(CertificateState.class).size() == 1
                && facts.outputs(CertificateState.class).size() == 1;
        return Verdict.firstOf(
                () -> facts.shape(expected),
                () -> cancelled(facts.inputs(CertificateState.class).get(0), facts.outputs(CertificateState.class)));
    }

    private Verdict cancelled(CertificateState before, List<CertificateState> after) {
        return Verdict.firstOf(
                () -> facts.signedBy(before.getOwner(), "the owner"),
                () -> Rule.CERTIFICATE_IS_OFFERED.holds(
                        before.status() == CertificateStatus.OFFERED, "status " + before.status()),
                () -> new Freezes(facts).allow(Collections.singletonList(before)),
                () -> Pieces.follow(Collections.singletonList(before.activeOf(before.getOwner())), after));
    }
}
