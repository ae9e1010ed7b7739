package energy.registry.ledger.contract;

import energy.registry.domain.certificate.Allocation;
import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.Retirement;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.RetirementState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The owner ends the life of active certificates, or of pieces of them, for one beneficiary and purpose. */
final class RetireRules {
    private final List<SerialRange> pieces;
    private final Facts facts;

    RetireRules(List<SerialRange> pieces, Facts facts) {
        this.pieces = pieces;
        this.facts = facts;
    }

    /** @param companions states beside the certificates and the retirement that the command consumes and makes again */
    Verdict check(int companions) {
        List<CertificateState> before = facts.inputs(CertificateState.class);
        int items = pieces.size();
        boolean expected = items >= 1
                && items <= Retirement.LINES_MAX
                && before.size() == items
                && facts.hasOnly(
                        items + companions,
                        1 + companions + facts.outputs(CertificateState.class).size(),
                        1)
                && facts.outputs(RetirementState.class).size() == 1;
        return Verdict.firstOf(
                () -> facts.shape(expected),
                () -> owned(before),
                () -> each(before),
                () -> new Freezes(facts).allow(before),
                () -> retired(before));
    }

    private Verdict owned(List<CertificateState> before) {
        return Verdict.firstOf(
                () -> Rule.OWNER_HOLDS_CERTIFICATE.holds(Facts.haveOneOwner(before), "several owners"),
                () -> facts.signedBy(before.get(0).getOwner(), "the owner"));
    }

    private Verdict each(List<CertificateState> before) {
        for (int i = 0; i < before.size(); i++) {
            CertificateState state = before.get(i);
            CertificateBundle bundle = state.certificate();
            SerialRange piece = pieces.get(i);
            Verdict verdict = Verdict.firstOf(
                    () -> Facts.isActive(state),
                    () -> Pieces.canTake(bundle, piece),
                    () -> Rule.CERTIFICATE_IS_NOT_EXPIRED.holds(
                            facts.happensBefore(
                                    Instant.ofEpochSecond(bundle.issuance().expiresEpochSecond())),
                            bundle.certificateId()));
            if (!verdict.isValid()) {
                return verdict;
            }
        }
        return Verdict.VALID;
    }

    private Verdict retired(List<CertificateState> before) {
        RetirementState state = facts.outputs(RetirementState.class).get(0);
        Retirement retirement;
        try {
            retirement = state.record();
        } catch (IllegalArgumentException e) {
            return Rule.CERTIFICATE_IS_CANONICAL.isBrokenBy(e.getMessage());
        }
        List<CertificateBundle> lines = new ArrayList<>();
        List<CertificateState> rest = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            SerialRange piece = pieces.get(i);
            lines.add(before.get(i).certificate().between(piece.getFromWh(), piece.getToWh()));
            rest.addAll(Pieces.rests(before.get(i), piece));
        }
        return Verdict.firstOf(
                () -> Rule.RETIREMENT_IS_COMPLETE.holds(
                        retirement.purpose().isComplete(), "beneficiary, country or purpose"),
                () -> Rule.RETIREMENT_IS_COMPLETE.holds(
                        facts.happensAround(retirement.retiredEpochSecond()), "time of retirement"),
                () -> Rule.OWNERSHIP_FOLLOWS_COMMAND.holds(
                        state.getOwner().equals(before.get(0).getOwner()), "another owner retires"),
                () -> Rule.ISSUER_IS_PINNED.holds(
                        before.get(0).getIssuer().equals(state.getIssuer()), "issuer " + state.getIssuer()),
                () -> Rule.RETIREMENT_LISTS_CERTIFICATES.holds(
                        retirement.lines().equals(lines), "other lines"),
                () -> Rule.RETIREMENT_LISTS_CERTIFICATES.holds(
                        Arrays.equals(retirement.encode(), state.getRetirement()), "other bytes than its own"),
                () -> allocated(state, retirement),
                () -> Pieces.follow(rest, facts.outputs(CertificateState.class)));
    }

    private static Verdict allocated(RetirementState state, Retirement retirement) {
        try {
            Allocation shares = state.shares();
            return Verdict.firstOf(
                    () -> Rule.ALLOCATION_FITS_RETIREMENT.holds(
                            Arrays.equals(shares.encode(), state.getAllocation()), "other bytes than its own"),
                    () -> Rule.ALLOCATION_FITS_RETIREMENT.holds(
                            shares.fits(retirement), "an end user without name, or serials twice or of no line"));
        } catch (IllegalArgumentException e) {
            return Rule.ALLOCATION_FITS_RETIREMENT.isBrokenBy(e.getMessage());
        }
    }
}
