package energy.registry.ledger.attack;

import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.energy.WattHours;
import energy.registry.domain.rule.Rule;
import energy.registry.fixture.Plant;
import energy.registry.ledger.contract.Correct;
import energy.registry.ledger.contract.WithdrawCertificates;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CursorPageState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;

/** Ways to issue withdrawn energy twice, to take what was not issued, and to forget a debt. */
final class WithdrawalAttacks {
    private WithdrawalAttacks() {}

    static List<Attack> all() {
        List<Attack> all = new java.util.ArrayList<>(withdrawals());
        all.addAll(corrections());
        return all;
    }

    private static List<Attack> withdrawals() {
        return Arrays.asList(
                bent(
                        "a withdrawal without a reason",
                        (stage, move, claim) ->
                                Optional.of(move.commanding(Withdrawals.command("w", claim, partOf(move), " "))),
                        Rule.WITHDRAWAL_NAMES_CLAIM),
                bent(
                        "certificates of another claim are withdrawn",
                        (stage, move, claim) -> otherClaim(stage, claim)
                                .map(other ->
                                        move.commanding(Withdrawals.command("w", other, partOf(move), "a factor"))),
                        Rule.WITHDRAWAL_NAMES_CLAIM),
                bent(
                        "time beyond the claim is withdrawn",
                        (stage, move, claim) -> Optional.of(move.commanding(Withdrawals.command(
                                "w", claim, longer(claim.claim().period()), "a factor"))),
                        Rule.WITHDRAWAL_IS_OF_ISSUED_TIME),
                bent("open time is withdrawn again", WithdrawalAttacks::again, Rule.WITHDRAWAL_IS_OF_ISSUED_TIME),
                bent(
                        "a certificate of other hours is withdrawn",
                        WithdrawalAttacks::ofOtherHours,
                        Rule.WITHDRAWAL_TAKES_WHOLE_TIME),
                bent(
                        "the regulator is passed over",
                        (stage, move, claim) -> wasSold(stage, move)
                                ? Optional.of(move.changed(copy -> copy.signers.remove(Stage.REGULATOR.getPublicKey())))
                                : Optional.empty(),
                        Rule.WITHDRAWAL_IS_AGREED),
                bent(
                        "the cursor forgets a withdrawal",
                        (stage, move, claim) -> Optional.of(move.output(0, move.inputs.get(0).state)),
                        Rule.CURSOR_FOLLOWS_WITHDRAWAL),
                bent(
                        "time is open again though energy of it was retired",
                        WithdrawalAttacks::openAllTheSame,
                        Rule.CURSOR_FOLLOWS_WITHDRAWAL));
    }

    /** Bends a lawful withdrawal. */
    private interface Bend {
        Optional<Move> of(Stage stage, Move move, SignedClaim claim);
    }

    private static Attack bent(String name, Bend bend, Rule rule) {
        return Attack.aimed(
                name,
                "D21",
                (stage, move) -> move.command() instanceof WithdrawCertificates
                        ? bend.of(stage, move, SignedClaim.decode(((WithdrawCertificates) move.command()).getClaim()))
                        : Optional.empty(),
                rule);
    }

    private static ProductionPeriod partOf(Move move) {
        WithdrawCertificates command = (WithdrawCertificates) move.command();
        return ProductionPeriod.between(command.getStartEpochSecond(), command.getEndEpochSecond());
    }

    private static ProductionPeriod longer(ProductionPeriod period) {
        return ProductionPeriod.between(period.startEpochSecond(), period.endEpochSecond() + Plant.QUARTER);
    }

    private static Optional<SignedClaim> otherClaim(Stage stage, SignedClaim claim) {
        return stage.withdrawals.claims().stream()
                .filter(other -> !other.claim().id().equals(claim.claim().id()))
                .findFirst();
    }

    /** The same once more, from the page that the first withdrawal left; only where it opened the time. */
    private static Optional<Move> again(Stage stage, Move move, SignedClaim claim) {
        CursorPageState after = (CursorPageState) move.outputs.get(0);
        boolean opened = Withdrawals.cursor(after, claim).position().gaps().stream()
                .anyMatch(gap -> gap.startEpochSecond() == partOf(move).startEpochSecond());
        return opened ? Optional.of(move.changed(copy -> copy.inputs.set(0, invented(after)))) : Optional.empty();
    }

    /** An hour of the claim is named in which the certificate has nothing. */
    private static Optional<Move> ofOtherHours(Stage stage, Move move, SignedClaim claim) {
        CertificateState taken = move.inputsOf(CertificateState.class).get(0);
        for (long hour : Truth.hoursOf(claim.claim())) {
            ProductionPeriod part = ProductionPeriod.between(hour, hour + Plant.QUARTER);
            boolean issued = stage.truth.issuedHours(claim.claim().deviceId()).contains(hour);
            if (issued && !Withdrawals.pieceOf(taken, part).isPresent()) {
                return Optional.of(move.commanding(Withdrawals.command("w", claim, part, "a factor")));
            }
        }
        return Optional.empty();
    }

    private static boolean wasSold(Stage stage, Move move) {
        return move.inputsOf(CertificateState.class).stream().anyMatch(state -> !state.getOwner()
                .equals(stage.truth.ownerOf(state.certificate().deviceId())));
    }

    private static Optional<Move> openAllTheSame(Stage stage, Move move, SignedClaim claim) {
        CursorPageState before = (CursorPageState) move.inputs.get(0).state;
        MeterCursor honest = Withdrawals.cursor((CursorPageState) move.outputs.get(0), claim);
        MeterCursor open = Withdrawals.cursor(before, claim)
                .withdraw(claim.claim(), partOf(move), metered(claim, partOf(move)))
                .next();
        return open.equals(honest)
                ? Optional.empty()
                : Optional.of(move.output(0, before.with(before.cursors().with(open))));
    }

    private static WattHours metered(SignedClaim claim, ProductionPeriod part) {
        WattHours sum = WattHours.ZERO;
        for (int i = 0; i < claim.claim().statement().intervalCount(); i++) {
            long start = claim.claim().statement().period(i).startEpochSecond();
            if (part.startEpochSecond() <= start && start < part.endEpochSecond()) {
                sum = sum.plus(claim.claim().statement().energy(i));
            }
        }
        return sum;
    }

    private static Entry invented(ContractState state) {
        return new Entry(new StateRef(SecureHash.sha256("invented"), 0), state);
    }

    private static List<Attack> corrections() {
        return Arrays.asList(
                corrected("a correction of nothing", over -> 0L, "an audit", Rule.CORRECTION_IS_PLAUSIBLE),
                corrected("a debt is talked away", over -> -over, "an audit", Rule.CORRECTION_IS_PLAUSIBLE),
                corrected(
                        "a correction of more than was issued",
                        over -> 1_000_000L,
                        "an audit",
                        Rule.CORRECTION_IS_PLAUSIBLE),
                corrected("a correction without a reason", over -> over, " ", Rule.CORRECTION_IS_PLAUSIBLE),
                Attack.aimed(
                        "a correction that is not booked",
                        "D22",
                        (stage, move) -> move.command() instanceof Correct
                                ? Optional.of(move.output(0, move.inputs.get(0).state))
                                : Optional.empty(),
                        Rule.CURSOR_FOLLOWS_CORRECTION));
    }

    private static Attack corrected(String name, Function<Long, Long> bend, String reason, Rule rule) {
        return Attack.aimed(
                name,
                "D22",
                (stage, move) -> move.command() instanceof Correct
                        ? Optional.of(correcting(move, bend, reason))
                        : Optional.empty(),
                rule);
    }

    private static Move correcting(Move move, Function<Long, Long> bend, String reason) {
        Correct command = (Correct) move.command();
        return move.commanding(new Correct(
                "c",
                "ida",
                reason,
                command.getMeterId(),
                command.getStartEpochSecond(),
                command.getEndEpochSecond(),
                bend.apply(command.getOverIssuedWh())));
    }
}
