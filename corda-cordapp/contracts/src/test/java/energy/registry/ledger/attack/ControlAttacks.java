package energy.registry.ledger.attack;

import energy.registry.domain.control.Authority;
import energy.registry.domain.control.Freeze;
import energy.registry.domain.control.FreezeList;
import energy.registry.domain.control.FrozenKind;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.FoundControl;
import energy.registry.ledger.contract.FreezeSubject;
import energy.registry.ledger.contract.LiftFreeze;
import energy.registry.ledger.contract.Offer;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.ControlState;
import energy.registry.ledger.state.DeviceState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;

/** Ways past a freeze, and to freeze or lift what one may not. */
final class ControlAttacks {
    private ControlAttacks() {}

    static List<Attack> all() {
        return Arrays.asList(
                Attack.aimed(
                        "the control state starts with a freeze",
                        "D32",
                        (stage, move) -> move.command() instanceof FoundControl
                                ? Optional.of(move.output(0, with((ControlState) move.outputs.get(0), list(stage, 1))))
                                : Optional.empty(),
                        Rule.CONTROL_IS_FOUNDED),
                Attack.aimed(
                        "no freeze list is consulted",
                        "D32",
                        (stage, move) -> offer(move)
                                .map(state -> move.changed(copy -> copy.references.set(0, stage.account("acme")))),
                        Rule.FREEZES_ARE_CONSULTED),
                Attack.aimed(
                        "what is frozen is offered",
                        "D32",
                        (stage, move) -> offer(move)
                                .map(state ->
                                        move.changed(copy -> copy.references.set(0, invented(frozen(stage, state))))),
                        Rule.SUBJECT_IS_NOT_FROZEN),
                Attack.aimed(
                        "a freeze without a case",
                        "",
                        (stage, move) -> offer(move)
                                .flatMap(any -> freezing(stage, freeze(stage, "FR-1", ""), 1, stage.control())),
                        Rule.FREEZE_IS_COMPLETE),
                Attack.aimed(
                        "a freeze that is not booked",
                        "D32",
                        (stage, move) -> offer(move)
                                .flatMap(any -> freezing(stage, freeze(stage, "FR-1", "C"), 0, stage.control())),
                        Rule.FREEZE_LIST_FOLLOWS_COMMAND),
                Attack.aimed(
                        "a freeze too many",
                        "",
                        (stage, move) -> offer(move)
                                .flatMap(any -> freezing(
                                        stage,
                                        freeze(stage, "FR-X", "C"),
                                        0,
                                        invented(with(control(stage), list(stage, FreezeList.FREEZES_MAX))))),
                        Rule.FREEZE_LIST_HAS_ROOM),
                Attack.aimed("a freeze that never was is lifted", "D32", ControlAttacks::lifting, Rule.FREEZE_EXISTS));
    }

    private static Optional<CertificateState> offer(Move move) {
        return move.command() instanceof Offer
                ? Optional.of((CertificateState) move.inputs.get(0).state)
                : Optional.empty();
    }

    private static Entry invented(ControlState state) {
        return new Entry(new StateRef(SecureHash.sha256("invented"), 0), state);
    }

    private static ControlState control(Stage stage) {
        return (ControlState) stage.control().state;
    }

    private static ControlState with(ControlState state, FreezeList list) {
        return state.with(list, state.getObservers());
    }

    private static Freeze freeze(Stage stage, String id, String caseNo) {
        String device =
                stage.plants().isEmpty() ? "none" : stage.plants().get(0).deviceId();
        return freeze(stage, id, device, caseNo);
    }

    private static Freeze freeze(Stage stage, String id, String device, String caseNo) {
        return new Freeze(
                id,
                FrozenKind.DEVICE,
                device,
                "",
                Authority.REGULATOR,
                caseNo,
                "suspicion",
                stage.now.getEpochSecond(),
                Freeze.OPEN);
    }

    private static FreezeList list(Stage stage, int freezes) {
        FreezeList list = FreezeList.EMPTY;
        for (int i = 0; i < freezes; i++) {
            list = list.plus(freeze(stage, "FR-" + i, "C"));
        }
        return list;
    }

    private static ControlState frozen(Stage stage, CertificateState state) {
        Freeze freeze = freeze(stage, "FR-1", state.certificate().deviceId(), "C");
        return with(control(stage), FreezeList.EMPTY.plus(freeze));
    }

    private static Optional<Move> freezing(Stage stage, Freeze freeze, int booked, Entry before) {
        return stage.world.all(DeviceState.class).stream()
                .filter(entry -> ((DeviceState) entry.state).record().deviceId().equals(freeze.subjectId()))
                .findFirst()
                .map(device -> stage.move(
                                new FreezeSubject("f", "mallory", freeze.encode()), Stage.REGULATOR.getPublicKey())
                        .in(before)
                        .out(with(
                                (ControlState) before.state,
                                booked == 0 ? ((ControlState) before.state).list() : FreezeList.EMPTY.plus(freeze)))
                        .referring(device));
    }

    private static Optional<Move> lifting(Stage stage, Move move) {
        return offer(move).map(state -> stage.move(
                        new LiftFreeze("l", "FR-7", "mallory", "please"), Stage.REGULATOR.getPublicKey())
                .in(stage.control())
                .out(control(stage)));
    }
}
