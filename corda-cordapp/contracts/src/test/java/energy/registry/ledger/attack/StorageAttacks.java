package energy.registry.ledger.attack;

import energy.registry.domain.rule.Rule;
import energy.registry.domain.storage.StorageAccount;
import energy.registry.ledger.contract.Charge;
import energy.registry.ledger.contract.Discharge;
import energy.registry.ledger.contract.OpenStorage;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.DeviceState;
import energy.registry.ledger.state.Keys;
import energy.registry.ledger.state.StorageState;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Ways to sell energy when it is charged and when it is discharged. */
final class StorageAttacks {
    private static final long TOO_MUCH_WH = 1_000;

    private StorageAttacks() {}

    static List<Attack> all() {
        return Arrays.asList(
                opening(
                        "a storage opens with something stored",
                        (stage, move) -> move.output(0, with(move, 0, charged(stage.battery.empty()))),
                        Rule.STORAGE_IS_COMPLETE),
                opening(
                        "a turbine opens a storage",
                        (stage, move) -> move.changed(copy -> copy.references.set(0, turbine(stage, move))),
                        Rule.STORAGE_IS_COMPLETE),
                charging(
                        "more is booked into a storage than charges it",
                        (stage, move) -> Optional.of(
                                move.output(1, with(move, 1, charged(((StorageState) move.outputs.get(1)).record())))),
                        Rule.STORAGE_FOLLOWS_CHARGE),
                charging(
                        "what charges a storage is kept too",
                        (stage, move) -> Optional.of(move.changed(copy -> copy.outputs.add(copy.inputs.get(0).state))),
                        Rule.ENERGY_IS_CONSERVED),
                charging(
                        "somebody else's storage is charged",
                        (stage, move) -> Optional.of(move.changed(copy -> copy.inputs.set(
                                1, AnyMoveAttacks.invented(new Entry(copy.inputs.get(1).ref, ofAcme(stage, move)))))),
                        Rule.STORAGE_IS_ONES_OWN),
                discharging(
                        "more comes out of a storage than was charged",
                        (stage, move) -> stage.battery.discharge(stage.battery.claim(TOO_MUCH_WH)),
                        Rule.DISCHARGE_IS_COVERED),
                discharging(
                        "a discharge is not booked",
                        (stage, move) -> move.output(1, move.inputs.get(1).state),
                        Rule.STORAGE_FOLLOWS_DISCHARGE),
                discharging(
                        "a storage's energy is issued as if it were produced",
                        (stage, move) ->
                                stage.issue(Collections.singletonList(energy.registry.domain.claim.SignedClaim.decode(
                                        ((Discharge) move.command()).getClaim()))),
                        Rule.STORED_ENERGY_IS_DISCHARGED));
    }

    private static StorageAccount charged(StorageAccount account) {
        return account.charged(energy.registry.domain.encoding.Digest.ZERO, 1);
    }

    private static StorageState with(Move move, int at, StorageAccount account) {
        return ((StorageState) move.outputs.get(at)).with(account);
    }

    private static Entry turbine(Stage stage, Move move) {
        return stage.world.all(DeviceState.class).stream()
                .filter(entry -> entry != move.references.get(0))
                .findFirst()
                .get();
    }

    private static StorageState ofAcme(Stage stage, Move move) {
        StorageState state = (StorageState) move.inputs.get(1).state;
        return state.with(StorageAccount.empty(
                state.record().deviceId(), Keys.kernelKey(stage.key("acme")), Battery.EFFICIENCY_PPM));
    }

    private static Attack opening(String name, BiFunction<Stage, Move, Move> bend, Rule rule) {
        return Attack.aimed(
                name,
                "D25",
                (stage, move) ->
                        move.command() instanceof OpenStorage && !stage.plants().isEmpty()
                                ? Optional.of(bend.apply(stage, move))
                                : Optional.empty(),
                rule);
    }

    private static Attack charging(String name, Attack.Change bend, Rule rule) {
        return Attack.aimed(
                name,
                "D25",
                (stage, move) -> move.command() instanceof Charge ? bend.of(stage, move) : Optional.empty(),
                rule);
    }

    private static Attack discharging(String name, BiFunction<Stage, Move, Move> bend, Rule rule) {
        return Attack.aimed(
                name,
                "D25",
                (stage, move) -> move.command() instanceof Discharge
                                && !move.outputsOf(CertificateState.class).isEmpty()
                        ? Optional.of(bend.apply(stage, move))
                        : Optional.empty(),
                rule);
    }
}
