package energy.registry.ledger.attack;

import energy.registry.domain.certificate.Allocation;
import energy.registry.domain.certificate.Beneficiary;
import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.CertificateEnd;
import energy.registry.domain.certificate.EndKind;
import energy.registry.domain.certificate.RecordNumber;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.AcceptTransfer;
import energy.registry.ledger.contract.Expire;
import energy.registry.ledger.contract.Merge;
import energy.registry.ledger.contract.Offer;
import energy.registry.ledger.contract.ProposeTransfer;
import energy.registry.ledger.contract.Retire;
import energy.registry.ledger.contract.ReturnTransfer;
import energy.registry.ledger.contract.ReverseRetirement;
import energy.registry.ledger.contract.SerialRange;
import energy.registry.ledger.contract.TransferOutcome;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CertificateStatus;
import energy.registry.ledger.state.EndState;
import energy.registry.ledger.state.ExportTerms;
import energy.registry.ledger.state.Keys;
import energy.registry.ledger.state.RetirementState;
import energy.registry.ledger.state.TransferTerms;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.crypto.SecureHash;

/** Ways to cheat with transfers, merges, ends and reversals; what they need and no move has made is invented. */
final class LifeAttacks {
    private static final Duration AGES = Duration.ofDays(2_000);

    private LifeAttacks() {}

    static List<Attack> all() {
        List<Attack> all = new ArrayList<>();
        all.addAll(transfers());
        all.addAll(ends());
        return all;
    }

    private static Entry invented(ContractState state) {
        return new Entry(new StateRef(SecureHash.sha256("invented"), 0), state);
    }

    private static Optional<CertificateState> offered(Move move) {
        return move.command() instanceof Offer
                ? Optional.of((CertificateState) move.inputs.get(0).state)
                : Optional.empty();
    }

    private static List<Attack> transfers() {
        return Arrays.asList(
                Attack.aimed("pieces of two issues become one", "D24", LifeAttacks::mixed, Rule.PIECES_ARE_ADJACENT),
                Attack.aimed(
                        "a transfer to oneself",
                        "D10",
                        (stage, move) ->
                                offered(move).map(state -> proposed(stage, move, state, state.getOwner(), 1, "t")),
                        Rule.RECEIVER_IS_NOT_SENDER),
                Attack.aimed(
                        "a transfer that stays open for ever",
                        "D9",
                        (stage, move) ->
                                offered(move).map(state -> proposed(stage, move, state, other(stage, state), 80, "t")),
                        Rule.TRANSFER_IS_COMPLETE),
                Attack.aimed(
                        "a transfer under another's number",
                        "D9",
                        (stage, move) ->
                                offered(move).map(state -> proposed(stage, move, state, other(stage, state), 1, "x")),
                        Rule.TRANSFER_IS_COMPLETE),
                Attack.aimed(
                        "what was not proposed is accepted",
                        "D10",
                        (stage, move) ->
                                offered(move).map(state -> accepted(stage, move.inputs.get(0), other(stage, state))),
                        Rule.CERTIFICATE_IS_PENDING),
                Attack.aimed(
                        "a transfer is accepted after its end",
                        "D10",
                        (stage, move) -> offered(move)
                                .map(state -> accepted(
                                        stage,
                                        invented(pending(stage, state, Duration.ofHours(-1))),
                                        other(stage, state))),
                        Rule.TRANSFER_IS_OPEN),
                Attack.aimed(
                        "a transfer lapses before its end",
                        "D10",
                        (stage, move) ->
                                offered(move).map(state -> lapsed(stage, pending(stage, state, Duration.ofHours(1)))),
                        Rule.TRANSFER_HAS_LAPSED));
    }

    private static PublicKey other(Stage stage, CertificateState state) {
        PublicKey acme = stage.key("acme");
        return state.getOwner().equals(acme) ? stage.key("globex") : acme;
    }

    private static Optional<Move> mixed(Stage stage, Move move) {
        if (!(move.command() instanceof Offer)) {
            return Optional.empty();
        }
        List<Entry> active = stage.certificates(CertificateStatus.ACTIVE);
        for (Entry one : active) {
            for (Entry two : active) {
                if (areApart((CertificateState) one.state, (CertificateState) two.state)) {
                    return Optional.of(stage.move(new Merge("m"), ((CertificateState) one.state).getOwner())
                            .in(one, two)
                            .out(one.state)
                            .referring(stage.control()));
                }
            }
        }
        return Optional.empty();
    }

    /** Two certificates of one owner that do not follow each other. */
    private static boolean areApart(CertificateState one, CertificateState two) {
        return one != two
                && one.getOwner().equals(two.getOwner())
                && !one.certificate().isFollowedBy(two.certificate());
    }

    private static TransferTerms terms(
            Stage stage, CertificateState state, PublicKey to, Duration open, String request) {
        String number = RecordNumber.ofRequest("TR", request, Keys.idOf(state.getOwner()));
        return new TransferTerms(number, to, stage.now.plus(open), "");
    }

    private static Move proposed(
            Stage stage, Move move, CertificateState state, PublicKey to, int hours, String request) {
        SerialRange all = new SerialRange(
                state.certificate().serialFromWh(), state.certificate().serialToWh());
        String receiver = Arrays.asList("windpark-nord", "windpark-ost", "acme", "globex").stream()
                .filter(id -> stage.key(id).equals(to))
                .findFirst()
                .get();
        return stage.move(new ProposeTransfer("t", Collections.singletonList(all), "mallory"), state.getOwner())
                .in(move.inputs.get(0))
                .out(state.lockedUnder(terms(stage, state, to, Duration.ofHours(hours), request)))
                .referring(stage.control(), stage.account(receiver));
    }

    /** A lawful proposal to send on what a lawful move would offer for sale. */
    static Optional<Move> transfer(Stage stage, Move move) {
        return offered(move).map(state -> proposed(stage, move, state, other(stage, state), 1, "t"));
    }

    private static CertificateState pending(Stage stage, CertificateState state, Duration open) {
        return state.lockedUnder(terms(stage, state, other(stage, state), open, "t"));
    }

    private static Move accepted(Stage stage, Entry entry, PublicKey receiver) {
        CertificateState state = (CertificateState) entry.state;
        return stage.move(new AcceptTransfer("a", "mallory"), receiver)
                .in(entry)
                .out(state.activeOf(receiver))
                .referring(stage.control());
    }

    private static Move lapsed(Stage stage, CertificateState pending) {
        return stage.move(new ReturnTransfer("l", TransferOutcome.LAPSED, "mallory", ""), Stage.STRANGER.getPublicKey())
                .in(invented(pending))
                .out(pending.activeOf(pending.getOwner()));
    }

    private static List<Attack> ends() {
        return Arrays.asList(
                Attack.aimed(
                        "an end record is consumed",
                        "D11",
                        (stage, move) -> offered(move)
                                .map(state ->
                                        move.changed(copy -> copy.inputs.add(invented(end(state.certificate()))))),
                        Rule.END_IS_FINAL),
                Attack.aimed(
                        "a certificate expires early",
                        "D31",
                        (stage, move) ->
                                offered(move).map(state -> expired(stage, move.inputs.get(0), state.certificate())),
                        Rule.CERTIFICATE_IS_EXPIRED),
                Attack.aimed(
                        "another certificate expires than is listed",
                        "D31",
                        (stage, move) -> offered(move)
                                .filter(state -> state.certificate().quantity().toLong() > 1)
                                .map(state -> agesLater(
                                        stage, expired(stage, move.inputs.get(0), withoutFirst(state.certificate())))),
                        Rule.END_LISTS_CERTIFICATES),
                Attack.aimed(
                        "what may live abroad expires",
                        "D7 D35",
                        (stage, move) -> offered(move)
                                .map(state -> state.lockedUnder(new ExportTerms("EX-1", "NORDIC", "A")))
                                .map(state -> agesLater(stage, expired(stage, invented(state), state.certificate()))),
                        Rule.CERTIFICATE_IS_NOT_ABROAD),
                Attack.aimed(
                        "a retirement is reversed days later", "D11", LifeAttacks::reversed, Rule.REVERSAL_IS_IN_TIME),
                Attack.aimed(
                        "one watt-hour is shared out twice",
                        "D12",
                        LifeAttacks::shared,
                        Rule.ALLOCATION_FITS_RETIREMENT));
    }

    private static CertificateBundle withoutFirst(CertificateBundle bundle) {
        return bundle.between(bundle.serialFromWh() + 1, bundle.serialToWh());
    }

    private static EndState end(CertificateBundle line) {
        CertificateEnd end = new CertificateEnd(EndKind.EXPIRED, "e", Collections.singletonList(line));
        return new EndState(end.encode(), Stage.ISSUER.getParty());
    }

    private static Move expired(Stage stage, Entry entry, CertificateBundle line) {
        return stage.move(new Expire("e"), Stage.STRANGER.getPublicKey())
                .in(entry)
                .out(end(line));
    }

    private static Move agesLater(Stage stage, Move move) {
        Instant then = stage.now.plus(AGES);
        return move.changed(copy -> copy.window = TimeWindow.between(then, then.plusSeconds(60)));
    }

    private static Optional<Move> reversed(Stage stage, Move move) {
        return move.command() instanceof Offer
                ? AnyMoveAttacks.any(stage, stage.world.all(RetirementState.class))
                        .filter(entry -> isOurs((RetirementState) entry.state))
                        .map(entry -> reversed(stage, entry, (RetirementState) entry.state))
                : Optional.empty();
    }

    private static boolean isOurs(RetirementState state) {
        return state.record().lines().stream()
                .noneMatch(line -> line.issuance().issuingBody().equals(Abroad.NAME));
    }

    private static Move reversed(Stage stage, Entry entry, RetirementState state) {
        Move reversal = stage.move(
                        new ReverseRetirement("v", "mallory", "sold better", "T-1"),
                        state.getOwner(),
                        Stage.ISSUER.getPublicKey(),
                        Stage.REGULATOR.getPublicKey())
                .in(entry)
                .referring(stage.control());
        state.record()
                .lines()
                .forEach(
                        line -> reversal.out(CertificateState.active(line, state.getOwner(), Stage.ISSUER.getParty())));
        return agesLater(stage, reversal);
    }

    private static Optional<Move> shared(Stage stage, Move move) {
        if (!(move.command() instanceof Retire)) {
            return Optional.empty();
        }
        RetirementState state = (RetirementState) move.outputs.get(0);
        CertificateBundle line = state.record().lines().get(0);
        Allocation.Share share = new Allocation.Share(
                new Beneficiary("Ada", "", "NL", ""), line.deviceId(), line.serialFromWh(), line.serialFromWh() + 1);
        return Optional.of(move.output(
                0,
                new RetirementState(
                        state.getRetirement(),
                        state.getOwner(),
                        state.getIssuer(),
                        new Allocation(Arrays.asList(share, share)).encode())));
    }
}
