package energy.registry.ledger.attack;

import energy.registry.domain.energy.WattHours;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.CancelOffer;
import energy.registry.ledger.contract.Correct;
import energy.registry.ledger.contract.EnterRegistry;
import energy.registry.ledger.contract.FoundRegister;
import energy.registry.ledger.contract.Import;
import energy.registry.ledger.contract.Issue;
import energy.registry.ledger.contract.Offer;
import energy.registry.ledger.contract.OpenConsumptionPoint;
import energy.registry.ledger.contract.Purchase;
import energy.registry.ledger.contract.RegisterDevice;
import energy.registry.ledger.contract.RegistryCommand;
import energy.registry.ledger.contract.Retire;
import energy.registry.ledger.contract.WithdrawCertificates;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CertificateLock;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CertificateStatus;
import energy.registry.ledger.state.MoneyState;
import energy.registry.ledger.state.OfferTerms;
import energy.registry.ledger.state.RetirementState;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;

/** Ways to cheat that fit any command. */
final class AnyMoveAttacks {
    private AnyMoveAttacks() {}

    /** A command that the law does not know. */
    private static final class Wish implements RegistryCommand {
        @Override
        public String getRequestId() {
            return "wish";
        }
    }

    static List<Attack> all() {
        List<Attack> all = new ArrayList<>();
        all.addAll(commandsAndSigners());
        all.addAll(states());
        all.addAll(certificates());
        return all;
    }

    private static List<Attack> commandsAndSigners() {
        PublicKey stranger = Stage.STRANGER.getPublicKey();
        return Arrays.asList(
                Attack.aimed(
                        "a stranger signs instead",
                        "D10",
                        (stage, move) -> Optional.of(move.changed(copy -> copy.signers.replaceAll(key -> stranger))),
                        Rule.REQUIRED_KEYS_SIGN,
                        Rule.REGULATOR_FOUNDS_REGISTER),
                Attack.blind(
                        "one signer is left out",
                        "D10",
                        (stage, move) -> Optional.of(move.changed(
                                copy -> copy.signers.set(stage.random.nextInt(copy.signers.size()), stranger)))),
                Attack.aimed(
                        "a second command rides along",
                        "D15",
                        (stage, move) -> Optional.of(move.changed(copy -> copy.commands.add(copy.command()))),
                        Rule.COMMAND_IS_KNOWN),
                Attack.aimed(
                        "a command that is not in the law",
                        "D15",
                        (stage, move) -> Optional.of(move.commanding(new Wish())),
                        Rule.COMMAND_IS_KNOWN),
                Attack.aimed(
                        "another notary",
                        "D34",
                        (stage, move) -> isPinned(move)
                                ? Optional.of(move.changed(copy -> copy.notary = Stage.OTHER_NOTARY.getParty()))
                                : Optional.empty(),
                        Rule.NOTARY_IS_PINNED),
                Attack.blind(
                        "no time window",
                        "D31",
                        (stage, move) -> Optional.of(move.changed(copy -> copy.window = null))));
    }

    private static boolean isPinned(Move move) {
        return move.command() instanceof Issue
                || move.command() instanceof RegisterDevice
                || move.command() instanceof FoundRegister
                || move.command() instanceof EnterRegistry
                || move.command() instanceof Correct
                || move.command() instanceof WithdrawCertificates
                || move.command() instanceof OpenConsumptionPoint
                || move.command() instanceof Import;
    }

    private static List<Attack> states() {
        return Arrays.asList(
                Attack.aimed(
                        "a state that has no business here",
                        "D15",
                        (stage, move) -> any(stage, stage.world.all(AccountState.class))
                                .map(entry -> move.changed(copy -> copy.outputs.add(entry.state))),
                        Rule.STATES_ARE_EXPECTED),
                Attack.aimed(
                        "a retirement is taken back",
                        "D11",
                        (stage, move) -> any(stage, stage.world.all(RetirementState.class))
                                .map(entry -> move.changed(copy -> copy.inputs.add(entry))),
                        Rule.RETIREMENT_IS_FINAL),
                Attack.blind("a state too many is consumed", "D10", (stage, move) -> any(stage, everything(stage))
                        .map(entry -> move.changed(copy -> copy.inputs.add(entry)))),
                Attack.blind("somebody's state is consumed and not made again", "D10", (stage, move) -> any(
                                stage, everything(stage))
                        .filter(entry -> !move.inputs.isEmpty())
                        .map(entry -> move.changed(
                                copy -> copy.inputs.set(stage.random.nextInt(copy.inputs.size()), entry)))),
                Attack.blind(
                        "an input is left out",
                        "D9",
                        (stage, move) -> move.inputs.isEmpty()
                                ? Optional.empty()
                                : Optional.of(move.changed(
                                        copy -> copy.inputs.remove(stage.random.nextInt(copy.inputs.size()))))),
                Attack.blind(
                        "an input comes twice",
                        "D9",
                        (stage, move) -> move.inputs.isEmpty()
                                ? Optional.empty()
                                : Optional.of(move.changed(copy -> copy.inputs.add(copy.inputs.get(0))))),
                Attack.blind(
                        "an input that never was",
                        "D9",
                        (stage, move) -> move.inputs.isEmpty()
                                ? Optional.empty()
                                : Optional.of(move.changed(copy -> copy.inputs.set(0, invented(copy.inputs.get(0)))))),
                Attack.blind(
                        "an output is left out",
                        "D15",
                        (stage, move) -> Optional.of(
                                move.changed(copy -> copy.outputs.remove(stage.random.nextInt(copy.outputs.size()))))),
                Attack.blind(
                        "an output comes twice",
                        "D15",
                        (stage, move) -> Optional.of(move.changed(copy ->
                                copy.outputs.add(copy.outputs.get(stage.random.nextInt(copy.outputs.size())))))),
                Attack.blind("a state of others is made again", "D15", (stage, move) -> any(stage, everything(stage))
                        .map(entry -> move.changed(copy -> copy.outputs.add(entry.state)))),
                Attack.blind(
                        "the outputs are shuffled",
                        "D23",
                        (stage, move) ->
                                Optional.of(move.changed(copy -> Collections.shuffle(copy.outputs, stage.random)))),
                Attack.blind(
                        "the inputs are shuffled",
                        "D23",
                        (stage, move) ->
                                Optional.of(move.changed(copy -> Collections.shuffle(copy.inputs, stage.random)))));
    }

    static Entry invented(Entry like) {
        return new Entry(new StateRef(SecureHash.sha256("nowhere"), 0), like.state);
    }

    private static List<Entry> everything(Stage stage) {
        return stage.world.all(ContractState.class);
    }

    static Optional<Entry> any(Stage stage, List<Entry> entries) {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(stage.random.nextInt(entries.size())));
    }

    private static List<Attack> certificates() {
        PublicKey thief = Stage.STRANGER.getPublicKey();
        return Arrays.asList(
                bent(
                        "a certificate goes to a stranger",
                        "D10",
                        state -> held(state, thief, state.getLock()),
                        Rule.OWNERSHIP_FOLLOWS_COMMAND),
                bent(
                        "a certificate changes its lock",
                        "D9",
                        state -> held(state, state.getOwner(), other(state)),
                        Rule.OWNERSHIP_FOLLOWS_COMMAND,
                        Rule.OFFER_IS_COMPLETE),
                bent(
                        "a certificate gets another issuer",
                        "D24",
                        state -> new CertificateState(
                                state.getBundle(), state.getOwner(), Stage.MARKET.getParty(), state.getLock()),
                        Rule.IDENTITY_IS_KEPT),
                bent(
                        "a certificate is given in other bytes",
                        "D24",
                        state -> new CertificateState(
                                longer(state.getBundle()), state.getOwner(), state.getIssuer(), state.getLock()),
                        Rule.CERTIFICATE_IS_CANONICAL),
                Attack.blind("a certificate grows into another", "D23", (stage, move) -> swapped(stage, move)),
                Attack.aimed(
                        "a certificate loses a watt-hour",
                        "D23",
                        (stage, move) -> isTrade(move) ? shrunk(move) : Optional.empty(),
                        Rule.ENERGY_IS_CONSERVED),
                Attack.blind("a balance grows by one", "D9", (stage, move) -> bentMoney(move, 1)),
                Attack.blind("a balance shrinks by one", "D9", (stage, move) -> bentMoney(move, -1)));
    }

    private static CertificateLock other(CertificateState state) {
        return state.status() == CertificateStatus.ACTIVE
                ? new OfferTerms(1, "EUR", 1, Instant.EPOCH, Stage.ISSUER.getParty())
                : null;
    }

    private static CertificateState held(CertificateState state, PublicKey owner, CertificateLock lock) {
        return new CertificateState(state.getBundle(), owner, state.getIssuer(), lock);
    }

    private static CertificateState withoutFirst(CertificateState state) {
        return state.withBundle(state.certificate().after(WattHours.of(1)));
    }

    private static byte[] longer(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length + 1);
    }

    private static Attack bent(String name, String ways, UnaryOperator<CertificateState> bend, Rule... rules) {
        return Attack.aimed(
                name,
                ways,
                (stage, move) -> {
                    int at = move.firstOutput(CertificateState.class);
                    return at < 0 || !isTrade(move)
                            ? Optional.empty()
                            : Optional.of(move.output(at, bend.apply((CertificateState) move.outputs.get(at))));
                },
                rules);
    }

    private static boolean isTrade(Move move) {
        return move.command() instanceof Offer
                || move.command() instanceof CancelOffer
                || move.command() instanceof Purchase
                || move.command() instanceof Retire;
    }

    private static Optional<Move> swapped(Stage stage, Move move) {
        int at = move.firstOutput(CertificateState.class);
        return at < 0
                ? Optional.empty()
                : any(stage, stage.world.all(CertificateState.class)).map(entry -> {
                    CertificateState here = (CertificateState) move.outputs.get(at);
                    return move.output(at, here.withBundle(((CertificateState) entry.state).certificate()));
                });
    }

    private static Optional<Move> shrunk(Move move) {
        int at = move.firstOutput(CertificateState.class);
        if (at < 0) {
            return Optional.empty();
        }
        CertificateState here = (CertificateState) move.outputs.get(at);
        return here.certificate().quantity().toLong() < 2
                ? Optional.empty()
                : Optional.of(move.output(at, withoutFirst(here)));
    }

    private static Optional<Move> bentMoney(Move move, long by) {
        int at = move.firstOutput(MoneyState.class);
        if (at < 0 || !(move.command() instanceof Purchase)) {
            return Optional.empty();
        }
        MoneyState here = (MoneyState) move.outputs.get(at);
        return Optional.of(move.output(at, Stage.euro(here.getOwner(), here.getAmountMinor() + by)));
    }
}
