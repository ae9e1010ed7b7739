package energy.registry.ledger.attack;

import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.Offer;
import energy.registry.ledger.contract.ReverseRetirement;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.ControlState;
import energy.registry.ledger.state.MoneyState;
import energy.registry.ledger.state.ProceedsState;
import energy.registry.ledger.state.RetirementState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateRef;
import net.corda.testing.core.TestIdentity;

/**
 * Somebody whose node bears the issuing body's own name. Whoever founds a control state or opens an account with
 * himself breaks no rule by it, so that both are taken to be on the ledger.
 */
final class NamesakeAttacks {
    private static final TestIdentity NAMESAKE = new TestIdentity(Stage.ISSUER.getName());

    private static final ControlState HIS_CONTROL = new ControlState(
            Stage.NOTHING_FROZEN.getFreezes(),
            NAMESAKE.getParty(),
            NAMESAKE.getParty(),
            Stage.NOTARY.getParty(),
            Collections.singletonList(NAMESAKE.getParty()));

    private NamesakeAttacks() {}

    static List<Attack> all() {
        return Arrays.asList(
                Attack.aimed(
                        "a namesake's control state is consulted",
                        "D32 D34",
                        (stage, move) -> withHisControl(move),
                        Rule.FREEZES_ARE_CONSULTED),
                Attack.aimed(
                        "a namesake signs for the issuing body",
                        "D34",
                        (stage, move) -> signedByHim(move),
                        Rule.REQUIRED_KEYS_SIGN),
                Attack.aimed(
                        "a namesake signs and consults his own control state",
                        "D32 D34",
                        (stage, move) -> signedByHim(move).flatMap(NamesakeAttacks::withHisControl),
                        Rule.FREEZES_ARE_CONSULTED,
                        Rule.REQUIRED_KEYS_SIGN),
                Attack.aimed(
                        "a namesake takes a retirement back",
                        "D11 D34",
                        (stage, move) -> reversed(stage, move),
                        Rule.FREEZES_ARE_CONSULTED),
                Attack.aimed(
                        "a transfer to an account with a namesake",
                        "D10 D34",
                        NamesakeAttacks::toHisAccount,
                        Rule.ACCOUNT_EXISTS),
                Attack.aimed(
                        "a purchase with money of a namesake",
                        "D9 D34",
                        (stage, move) -> paidByHim(move),
                        Rule.MONEY_IS_OF_AGREED_AGENT),
                Attack.blind(
                        "a namesake stands in the issuing body's place everywhere",
                        "D24 D34",
                        (stage, move) -> everywhere(move)));
    }

    /** His state beside a genuine one. */
    private static Entry onLedger(ContractState his, Entry genuine) {
        return new Entry(new StateRef(genuine.ref.getTxhash().reHash(), genuine.ref.getIndex()), his);
    }

    private static boolean refersTo(Move move, Class<? extends ContractState> kind) {
        return move.references.stream().anyMatch(entry -> kind.isInstance(entry.state));
    }

    private static Move exchanged(
            Move move, Class<? extends ContractState> kind, UnaryOperator<ContractState> exchange) {
        return move.changed(copy -> copy.references.replaceAll(
                entry -> kind.isInstance(entry.state) ? onLedger(exchange.apply(entry.state), entry) : entry));
    }

    private static Optional<Move> withHisControl(Move move) {
        return refersTo(move, ControlState.class)
                ? Optional.of(exchanged(move, ControlState.class, genuine -> HIS_CONTROL))
                : Optional.empty();
    }

    private static Optional<Move> signedByHim(Move move) {
        return move.signers.contains(Stage.ISSUER.getPublicKey())
                ? Optional.of(move.changed(copy -> copy.signers.replaceAll(
                        key -> key.equals(Stage.ISSUER.getPublicKey()) ? NAMESAKE.getPublicKey() : key)))
                : Optional.empty();
    }

    /** The owner of the retirement helps: he gets back what he has claimed already. */
    private static Optional<Move> reversed(Stage stage, Move move) {
        return move.command() instanceof Offer
                ? AnyMoveAttacks.any(stage, stage.world.all(RetirementState.class))
                        .map(entry -> reversed(stage, entry, (RetirementState) entry.state))
                : Optional.empty();
    }

    private static Move reversed(Stage stage, Entry entry, RetirementState state) {
        Move reversal = stage.move(
                        new ReverseRetirement("v", "mallory", "sold better", "T-1"),
                        state.getOwner(),
                        NAMESAKE.getPublicKey())
                .in(entry)
                .referring(onLedger(HIS_CONTROL, stage.control()));
        state.record()
                .lines()
                .forEach(line -> reversal.out(CertificateState.active(line, state.getOwner(), NAMESAKE.getParty())));
        return reversal;
    }

    private static Optional<Move> toHisAccount(Stage stage, Move move) {
        return LifeAttacks.transfer(stage, move)
                .map(transfer -> exchanged(transfer, AccountState.class, NamesakeAttacks::withHim));
    }

    private static ContractState withHim(ContractState genuine) {
        AccountState account = (AccountState) genuine;
        return new AccountState(
                account.getAccountId(),
                account.getName(),
                account.getCountry(),
                account.getRoles(),
                account.getKey(),
                NAMESAKE.getParty(),
                NAMESAKE.getParty());
    }

    /** He signs for deposits of his own as often as he likes: the seller is to get such money. */
    private static Optional<Move> paidByHim(Move move) {
        if (!TradeAttacks.purchase(move).isPresent()
                || move.inputsOf(MoneyState.class).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(move.changed(copy -> {
            copy.inputs.replaceAll(
                    entry -> entry.state instanceof MoneyState ? onLedger(ofHis(entry.state), entry) : entry);
            copy.outputs.replaceAll(NamesakeAttacks::ofHis);
        }));
    }

    private static ContractState ofHis(ContractState state) {
        if (state instanceof MoneyState) {
            MoneyState money = (MoneyState) state;
            return new MoneyState(money.getOwner(), money.getCurrency(), money.getAmountMinor(), NAMESAKE.getParty());
        }
        if (state instanceof ProceedsState) {
            ProceedsState proceeds = (ProceedsState) state;
            return new ProceedsState(
                    proceeds.getProceedsId(),
                    proceeds.getOwner(),
                    proceeds.getCurrency(),
                    proceeds.getAmountMinor(),
                    NAMESAKE.getParty());
        }
        return state;
    }

    private static Optional<Move> everywhere(Move move) {
        boolean his = move.signers.contains(Stage.ISSUER.getPublicKey()) || refersTo(move, ControlState.class);
        if (!his) {
            return Optional.empty();
        }
        Move signed = signedByHim(move).orElse(move);
        Move consulted = exchanged(signed, ControlState.class, genuine -> HIS_CONTROL);
        Move known = exchanged(consulted, AccountState.class, NamesakeAttacks::withHim);
        List<ContractState> outputs = new ArrayList<>();
        known.outputs.forEach(state ->
                outputs.add(state instanceof CertificateState ? issuedByHim((CertificateState) state) : state));
        return Optional.of(known.changed(copy -> {
            copy.outputs.clear();
            copy.outputs.addAll(outputs);
        }));
    }

    private static CertificateState issuedByHim(CertificateState state) {
        return new CertificateState(state.getBundle(), state.getOwner(), NAMESAKE.getParty(), state.getLock());
    }
}
