package energy.registry.ledger.attack;

import energy.registry.domain.certificate.Beneficiary;
import energy.registry.domain.certificate.Retirement;
import energy.registry.domain.certificate.RetirementPurpose;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.CancelOffer;
import energy.registry.ledger.contract.Offer;
import energy.registry.ledger.contract.Purchase;
import energy.registry.ledger.contract.Retire;
import energy.registry.ledger.contract.SerialRange;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CertificateStatus;
import energy.registry.ledger.state.OfferTerms;
import energy.registry.ledger.state.RetirementState;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.corda.core.contracts.TimeWindow;

/** Ways to sell twice, to sell what is not one's own, to retire twice or for two. */
final class TradeAttacks {
    private static final Duration LONG_AFTER = Duration.ofDays(2_000);

    private TradeAttacks() {}

    static List<Attack> all() {
        List<Attack> all = new ArrayList<>();
        all.addAll(offers());
        all.addAll(purchases());
        all.addAll(retirements());
        return all;
    }

    private static List<Attack> offers() {
        return Arrays.asList(
                Attack.aimed(
                        "what is offered already",
                        "D9",
                        (stage, move) -> move.command() instanceof Offer
                                ? AnyMoveAttacks.any(stage, stage.certificates(CertificateStatus.OFFERED))
                                        .map(entry -> offerAll(stage, entry))
                                : Optional.empty(),
                        Rule.CERTIFICATE_IS_ACTIVE),
                Attack.aimed(
                        "nothing is offered",
                        "D23",
                        (stage, move) -> offer(move).map(any -> move.commanding(new Offer("none", range(move, 0)))),
                        Rule.QUANTITY_IS_POSITIVE),
                Attack.aimed(
                        "more is offered than there is",
                        "D23",
                        (stage, move) ->
                                offer(move).map(any -> move.commanding(new Offer("more", range(move, 1_000_000)))),
                        Rule.QUANTITY_IS_POSITIVE),
                terms("an offer that pays the buyer", terms -> with(terms, -1, terms.getCurrency(), 1)),
                terms("an offer in no currency", terms -> with(terms, 1, "euro", 1)),
                terms("an offer nobody can take", terms -> with(terms, 1, "EUR", 1_000_000)),
                terms("an offer without terms", terms -> null),
                Attack.aimed(
                        "an offer after its time",
                        "D31",
                        (stage, move) -> offer(move).map(any -> late(stage, move)),
                        Rule.CERTIFICATE_IS_NOT_EXPIRED),
                Attack.aimed(
                        "an offer that has ended",
                        "",
                        (stage, move) -> offer(move).map(any -> move.output(0, ended(stage, move))),
                        Rule.OFFER_IS_VALID),
                Attack.aimed(
                        "what was not offered is taken back",
                        "D9",
                        (stage, move) -> move.command() instanceof CancelOffer
                                ? AnyMoveAttacks.any(stage, stage.certificates(CertificateStatus.ACTIVE))
                                        .map(entry -> cancel(stage, entry))
                                : Optional.empty(),
                        Rule.CERTIFICATE_IS_OFFERED));
    }

    private static Optional<CertificateState> offer(Move move) {
        return move.command() instanceof Offer ? Optional.of((CertificateState) move.outputs.get(0)) : Optional.empty();
    }

    private static Move offerAll(Stage stage, Entry entry) {
        CertificateState state = (CertificateState) entry.state;
        return stage.move(new Offer("again", whole(state)), state.getOwner())
                .in(entry)
                .out(state.lockedUnder(with(state.offer().get(), 0, "EUR", 1)))
                .referring(stage.control());
    }

    private static SerialRange whole(CertificateState state) {
        return new SerialRange(
                state.certificate().serialFromWh(), state.certificate().serialToWh());
    }

    /** Serials from the first of the move's first certificate on. */
    private static SerialRange range(Move move, long quantity) {
        long from = ((CertificateState) move.inputs.get(0).state).certificate().serialFromWh();
        return new SerialRange(from, from + quantity);
    }

    private static Move cancel(Stage stage, Entry entry) {
        CertificateState state = (CertificateState) entry.state;
        return stage.move(new CancelOffer("free"), state.getOwner())
                .in(entry)
                .out(state)
                .referring(stage.control());
    }

    private static OfferTerms with(OfferTerms terms, long price, String currency, long lot) {
        return new OfferTerms(price, currency, lot, terms.getValidUntil(), terms.getSettlementAgent());
    }

    private static Attack terms(String name, UnaryOperator<OfferTerms> bend) {
        return Attack.aimed(
                name,
                "D9",
                (stage, move) -> offer(move)
                        .map(state -> move.output(
                                0, state.lockedUnder(bend.apply(state.offer().get())))),
                Rule.OFFER_IS_COMPLETE);
    }

    private static CertificateState ended(Stage stage, Move move) {
        CertificateState state = (CertificateState) move.outputs.get(0);
        OfferTerms terms = state.offer().get();
        return state.lockedUnder(new OfferTerms(
                terms.getPriceMinorPerMwh(),
                terms.getCurrency(),
                terms.getMinLotWh(),
                stage.now.minusSeconds(60),
                terms.getSettlementAgent()));
    }

    static Move late(Stage stage, Move move) {
        Instant then = stage.now.plus(LONG_AFTER);
        return move.changed(copy -> copy.window = TimeWindow.between(then, then.plusSeconds(60)));
    }

    private static List<Attack> purchases() {
        return Arrays.asList(
                Attack.aimed(
                        "a purchase after the offer's end",
                        "D31",
                        (stage, move) -> purchase(move).map(any -> late(stage, move)),
                        Rule.OFFER_IS_VALID),
                Attack.aimed(
                        "a purchase of what is not offered",
                        "D9 D10",
                        (stage, move) -> purchase(move).flatMap(any -> unoffered(stage, move)),
                        Rule.CERTIFICATE_IS_OFFERED),
                Attack.aimed(
                        "a purchase of nothing",
                        "D23",
                        (stage, move) -> purchase(move).map(command -> requantified(move, command, 0)),
                        Rule.QUANTITY_IS_POSITIVE),
                Attack.aimed(
                        "a purchase below the minimum lot",
                        "",
                        (stage, move) -> purchase(move).flatMap(command -> tooSmall(stage, move, command)),
                        Rule.LOT_IS_LARGE_ENOUGH),
                Attack.aimed(
                        "a purchase from oneself",
                        "",
                        (stage, move) -> purchase(move).map(command -> fromOneself(move, command)),
                        Rule.BUYER_IS_NOT_SELLER));
    }

    static Optional<Purchase> purchase(Move move) {
        return move.command() instanceof Purchase ? Optional.of((Purchase) move.command()) : Optional.empty();
    }

    private static Optional<Move> unoffered(Stage stage, Move move) {
        return AnyMoveAttacks.any(stage, stage.certificates(CertificateStatus.ACTIVE))
                .map(entry -> move.changed(copy -> copy.inputs.set(0, entry)));
    }

    private static Move requantified(Move move, Purchase command, long quantity) {
        List<SerialRange> pieces = new ArrayList<>(command.getPieces());
        pieces.set(0, range(move, quantity));
        return move.commanding(new Purchase("bent", command.getBuyer(), pieces));
    }

    private static Optional<Move> tooSmall(Stage stage, Move move, Purchase command) {
        CertificateState first = (CertificateState) move.inputs.get(0).state;
        return first.offer().get().getMinLotWh() < 2 ? Optional.empty() : Optional.of(requantified(move, command, 1));
    }

    private static Move fromOneself(Move move, Purchase command) {
        PublicKey seller = ((CertificateState) move.inputs.get(0).state).getOwner();
        return move.commanding(new Purchase("own", seller, command.getPieces()))
                .changed(copy -> copy.signers.set(0, seller));
    }

    private static List<Attack> retirements() {
        return Arrays.asList(
                Attack.aimed(
                        "what is offered is retired",
                        "D9 D11",
                        (stage, move) -> move.command() instanceof Retire
                                ? AnyMoveAttacks.any(stage, stage.certificates(CertificateStatus.OFFERED))
                                        .map(entry -> retireAll(stage, move, Collections.singletonList(entry)))
                                : Optional.empty(),
                        Rule.CERTIFICATE_IS_ACTIVE),
                Attack.aimed(
                        "two owners retire together", "D10 D12", TradeAttacks::twoOwners, Rule.OWNER_HOLDS_CERTIFICATE),
                Attack.aimed(
                        "a retirement of nothing",
                        "D23",
                        (stage, move) -> retire(move).map(command -> {
                            List<SerialRange> pieces = new ArrayList<>(command.getPieces());
                            pieces.set(0, range(move, 0));
                            return move.commanding(new Retire("none", pieces));
                        }),
                        Rule.QUANTITY_IS_POSITIVE),
                Attack.aimed(
                        "a retirement after its time",
                        "D31",
                        (stage, move) -> retire(move).map(any -> late(stage, move)),
                        Rule.CERTIFICATE_IS_NOT_EXPIRED),
                Attack.aimed(
                        "a retirement of more than was given",
                        "D12",
                        TradeAttacks::longer,
                        Rule.RETIREMENT_LISTS_CERTIFICATES),
                Attack.aimed(
                        "a retirement for nobody", "D12 D30", TradeAttacks::forNobody, Rule.RETIREMENT_IS_COMPLETE),
                Attack.aimed(
                        "a retirement in another's name",
                        "D12",
                        (stage, move) -> retire(move)
                                .map(any -> move.output(
                                        0,
                                        new RetirementState(
                                                record(move).encode(),
                                                Stage.STRANGER.getPublicKey(),
                                                Stage.ISSUER.getParty()))),
                        Rule.OWNERSHIP_FOLLOWS_COMMAND));
    }

    private static Optional<Retire> retire(Move move) {
        return move.command() instanceof Retire ? Optional.of((Retire) move.command()) : Optional.empty();
    }

    private static Retirement record(Move move) {
        return ((RetirementState) move.outputs.get(0)).record();
    }

    private static Move retireAll(Stage stage, Move like, List<Entry> entries) {
        List<SerialRange> pieces = new ArrayList<>();
        List<energy.registry.domain.certificate.CertificateBundle> lines = new ArrayList<>();
        for (Entry entry : entries) {
            CertificateState state = (CertificateState) entry.state;
            pieces.add(whole(state));
            lines.add(state.certificate());
        }
        PublicKey owner = ((CertificateState) entries.get(0).state).getOwner();
        Retirement retirement = new Retirement(
                "bent", "somebody", stage.now.getEpochSecond(), record(like).purpose(), lines);
        Move move = stage.move(new Retire("bent", pieces), owner).referring(stage.control());
        move.inputs.addAll(entries);
        return move.out(new RetirementState(retirement.encode(), owner, Stage.ISSUER.getParty()));
    }

    private static Optional<Move> twoOwners(Stage stage, Move move) {
        if (!(move.command() instanceof Retire)) {
            return Optional.empty();
        }
        List<Entry> active = stage.certificates(CertificateStatus.ACTIVE);
        for (Entry one : active) {
            for (Entry other : active) {
                if (!((CertificateState) one.state).getOwner().equals(((CertificateState) other.state).getOwner())) {
                    return Optional.of(retireAll(stage, move, Arrays.asList(one, other)));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Move> longer(Stage stage, Move move) {
        if (!(move.command() instanceof Retire)) {
            return Optional.empty();
        }
        Retirement record = record(move);
        List<energy.registry.domain.certificate.CertificateBundle> lines = new ArrayList<>(record.lines());
        lines.remove(0);
        List<Entry> others = stage.world.all(CertificateState.class);
        others.removeIf(entry -> record.lines().contains(((CertificateState) entry.state).certificate()));
        return AnyMoveAttacks.any(stage, others).map(entry -> {
            lines.add(((CertificateState) entry.state).certificate());
            return move.output(
                    0,
                    new RetirementState(
                            new Retirement(
                                            record.requestId(),
                                            record.owner(),
                                            record.retiredEpochSecond(),
                                            record.purpose(),
                                            lines)
                                    .encode(),
                            ((RetirementState) move.outputs.get(0)).getOwner(),
                            Stage.ISSUER.getParty()));
        });
    }

    private static Optional<Move> forNobody(Stage stage, Move move) {
        if (!(move.command() instanceof Retire)) {
            return Optional.empty();
        }
        Retirement record = record(move);
        RetirementPurpose purpose = new RetirementPurpose(
                new Beneficiary(" ", "", "NL", ""),
                record.purpose().purpose(),
                record.purpose().mainReason(),
                record.purpose().consumption(),
                "",
                "");
        Retirement bent = new Retirement(
                record.requestId(), record.owner(), record.retiredEpochSecond(), purpose, record.lines());
        return Optional.of(move.output(
                0,
                new RetirementState(
                        bent.encode(), ((RetirementState) move.outputs.get(0)).getOwner(), Stage.ISSUER.getParty())));
    }
}
