package energy.registry.ledger.contract;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.CertificateEnd;
import energy.registry.domain.certificate.EndKind;
import energy.registry.domain.claim.GenerationClaim;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.cursor.CursorPage;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.energy.WattHours;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.Keys;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Certificates of a part of a claim's time leave circulation. Time whose energy is all there is open again and may be
 * issued anew; where some of it was retired or paid off debt, the time stays issued and what is missing is debt (D21).
 */
final class WithdrawRules {
    private final WithdrawCertificates command;
    private final Facts facts;

    WithdrawRules(WithdrawCertificates command, Facts facts) {
        this.command = command;
        this.facts = facts;
    }

    Verdict check() {
        List<CertificateState> before = facts.inputs(CertificateState.class);
        int rests = facts.outputs(CertificateState.class).size();
        boolean expected = !before.isEmpty()
                && before.size() <= CertificateEnd.LINES_MAX
                && facts.inputs(CursorPageState.class).size() == 1
                && facts.outputs(CursorPageState.class).size() == 1
                && facts.hasOnly(1 + before.size(), 2 + rests, 1);
        return Verdict.firstOf(
                () -> facts.shape(expected),
                () -> facts.signedBy(page().getIssuer().getOwningKey(), "the issuing body"),
                () -> Rule.NOTARY_IS_PINNED.holds(page().getNotary().equals(facts.notary()), "notary"),
                () -> new Freezes(facts).consulted(page().getIssuer()),
                () -> Rule.WITHDRAWAL_NAMES_CLAIM.holds(
                        !command.getReason().trim().isEmpty(), "no reason"),
                () -> IssueRules.isCanonical(command.getClaim()),
                () -> withdrawn(before, SignedClaim.decode(command.getClaim()).claim()));
    }

    private Verdict withdrawn(List<CertificateState> before, GenerationClaim claim) {
        boolean ofClaim = before.stream()
                .allMatch(state -> state.getIssuer().equals(page().getIssuer())
                        && state.certificate().issuance().claimId().equals(claim.id()));
        Optional<MeterCursor> cursor =
                page().cursors().ofMeter(claim.statement().meterId());
        return Verdict.firstOf(
                () -> Rule.WITHDRAWAL_NAMES_CLAIM.holds(ofClaim, "certificates of another claim than " + claim.id()),
                () -> Rule.METER_IS_REGISTERED.holds(
                        cursor.isPresent(), "meter " + claim.statement().meterId()),
                () -> Rule.WITHDRAWAL_IS_OF_ISSUED_TIME.holds(
                        command.getStartEpochSecond() < command.getEndEpochSecond(), "it ends before it starts"),
                () -> consequence(before, claim, cursor.get()));
    }

    private Verdict agreed(List<CertificateState> before, PublicKey deviceOwner) {
        boolean changedHands =
                before.stream().anyMatch(state -> !state.getOwner().equals(deviceOwner));
        boolean regulatorSigns = facts.isSignedBy(page().getRegulator().getOwningKey());
        return Rule.WITHDRAWAL_IS_AGREED.holds(!changedHands || regulatorSigns, "the regulator does not sign");
    }

    private Verdict consequence(List<CertificateState> before, GenerationClaim claim, MeterCursor cursor) {
        ProductionPeriod part = ProductionPeriod.between(command.getStartEpochSecond(), command.getEndEpochSecond());
        List<CertificateBundle> lines = new ArrayList<>();
        List<CertificateState> rests = new ArrayList<>();
        WattHours sum = WattHours.ZERO;
        for (CertificateState state : before) {
            Optional<SerialRange> piece = pieceOf(state, part);
            if (!piece.isPresent()) {
                return Rule.WITHDRAWAL_TAKES_WHOLE_TIME.isBrokenBy(
                        state.certificate().certificateId() + " has nothing in " + part);
            }
            Verdict here = Facts.isNotAbroad(state);
            if (!here.isValid()) {
                return here;
            }
            CertificateBundle line = Pieces.piece(state, piece.get()).certificate();
            lines.add(line);
            rests.addAll(Pieces.rests(state, piece.get()));
            sum = sum.plus(line.quantity());
        }
        MeterCursor.Acceptance next = cursor.withdraw(claim, part, sum);
        CertificateEnd end = new CertificateEnd(EndKind.WITHDRAWN, command.getRequestId(), lines);
        return Verdict.firstOf(
                next::verdict,
                () -> agreed(before, Keys.ledgerKey(next.owner())),
                () -> cursors(page().cursors().with(next.next())),
                () -> facts.ends(end, page().getIssuer()),
                () -> Pieces.follow(rests, facts.outputs(CertificateState.class)));
    }

    /** The serials of a certificate that lie in a part of its time; absent when there are none. */
    static Optional<SerialRange> pieceOf(CertificateState state, ProductionPeriod part) {
        long[] serials = state.certificate().serialsWithin(part);
        return serials[0] == serials[1] ? Optional.empty() : Optional.of(new SerialRange(serials[0], serials[1]));
    }

    private Verdict cursors(CursorPage expected) {
        CursorPageState after = facts.outputs(CursorPageState.class).get(0);
        return Rule.CURSOR_FOLLOWS_WITHDRAWAL.holds(
                Arrays.equals(after.getPage(), expected.encode()) && after.isPinnedLike(page()),
                "page " + expected.number());
    }

    private CursorPageState page() {
        return facts.inputs(CursorPageState.class).get(0);
    }
}
