package energy.registry.ledger.contract;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.CertificateEnd;
import energy.registry.domain.certificate.EndKind;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.EndState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.identity.Party;

/** Certificates whose time is over leave circulation; the notary's clock is all the proof, so that anyone may say so. */
final class ExpireRules {
    private final Expire command;
    private final Facts facts;

    ExpireRules(Expire command, Facts facts) {
        this.command = command;
        this.facts = facts;
    }

    Verdict check() {
        List<CertificateState> before = facts.inputs(CertificateState.class);
        boolean expected = !before.isEmpty()
                && before.size() <= CertificateEnd.LINES_MAX
                && facts.hasOnly(before.size(), 1, 0)
                && facts.outputs(EndState.class).size() == 1;
        return Verdict.firstOf(() -> facts.shape(expected), () -> expired(before));
    }

    private Verdict expired(List<CertificateState> before) {
        List<CertificateBundle> lines = new ArrayList<>();
        Party issuer = before.get(0).getIssuer();
        for (CertificateState state : before) {
            CertificateBundle bundle = state.certificate();
            Instant end = Instant.ofEpochSecond(bundle.issuance().expiresEpochSecond());
            Verdict verdict = Verdict.firstOf(
                    () -> Rule.CERTIFICATE_IS_EXPIRED.holds(
                            facts.happensAfter(end), bundle.certificateId() + " until " + end),
                    () -> Facts.isNotAbroad(state),
                    () -> Rule.ISSUER_IS_PINNED.holds(state.getIssuer().equals(issuer), "several issuers"));
            if (!verdict.isValid()) {
                return verdict;
            }
            lines.add(bundle);
        }
        return facts.ends(new CertificateEnd(EndKind.EXPIRED, command.getRequestId(), lines), issuer);
    }
}
