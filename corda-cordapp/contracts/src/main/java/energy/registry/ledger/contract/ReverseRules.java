package energy.registry.ledger.contract;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.Retirement;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.ControlState;
import energy.registry.ledger.state.RetirementState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A mistaken retirement is undone within a day: the same serials are live again in the hands of the same owner. */
final class ReverseRules {
    /** Nobody has relied on a statement so fresh. */
    static final Duration REVERSIBLE = Duration.ofHours(24);

    private final ReverseRetirement command;
    private final Facts facts;

    ReverseRules(ReverseRetirement command, Facts facts) {
        this.command = command;
        this.facts = facts;
    }

    Verdict check() {
        boolean expected =
                facts.hasOnly(1, facts.outputs(CertificateState.class).size(), 1)
                        && facts.inputs(RetirementState.class).size() == 1
                        && facts.references(ControlState.class).size() == 1;
        return Verdict.firstOf(
                () -> facts.shape(expected),
                () -> reversed(facts.inputs(RetirementState.class).get(0)));
    }

    private Verdict reversed(RetirementState state) {
        Retirement retirement = state.record();
        ControlState control = facts.references(ControlState.class).get(0);
        Freezes freezes = new Freezes(facts);
        Set<String> devices =
                retirement.lines().stream().map(CertificateBundle::deviceId).collect(Collectors.toSet());
        String issuer = control.getIssuer().getName().toString();
        boolean issued = retirement.lines().stream()
                .allMatch(line -> line.issuance().issuingBody().equals(issuer));
        boolean explained = !command.getReason().trim().isEmpty()
                && !command.getTicket().trim().isEmpty();
        Instant end = Instant.ofEpochSecond(retirement.retiredEpochSecond()).plus(REVERSIBLE);
        return Verdict.firstOf(
                () -> freezes.consulted(state.getIssuer()),
                () -> Rule.FREEZES_ARE_CONSULTED.holds(issued, "certificates of another issuing body"),
                () -> facts.signedBy(state.getOwner(), "the owner"),
                () -> facts.signedBy(control.getIssuer().getOwningKey(), "the issuing body"),
                () -> facts.signedBy(control.getRegulator().getOwningKey(), "the regulator"),
                () -> Rule.REVERSAL_IS_IN_TIME.holds(facts.happensBefore(end), "until " + end),
                () -> Rule.REVERSAL_IS_IN_TIME.holds(explained, "no reason or ticket"),
                () -> freezes.free(devices, Collections.singleton(state.getOwner())),
                () -> Pieces.follow(live(state, retirement, control), facts.outputs(CertificateState.class)));
    }

    private static List<CertificateState> live(RetirementState state, Retirement retirement, ControlState control) {
        List<CertificateState> live = new ArrayList<>();
        for (CertificateBundle line : retirement.lines()) {
            live.add(CertificateState.active(line, state.getOwner(), control.getIssuer()));
        }
        return live;
    }
}
