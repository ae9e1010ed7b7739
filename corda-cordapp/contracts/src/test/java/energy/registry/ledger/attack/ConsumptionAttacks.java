package energy.registry.ledger.attack;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.Retirement;
import energy.registry.domain.consumption.ConsumptionCursor;
import energy.registry.domain.consumption.ConsumptionPoint;
import energy.registry.domain.evidence.Quality;
import energy.registry.domain.rule.Rule;
import energy.registry.fixture.Keypair;
import energy.registry.ledger.contract.OpenConsumptionPoint;
import energy.registry.ledger.contract.RetireForConsumption;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.ConsumptionState;
import energy.registry.ledger.state.DeviceRegisterState;
import energy.registry.ledger.state.Keys;
import energy.registry.ledger.state.RetirementState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Ways to claim more consumption than there was. */
final class ConsumptionAttacks {
    private static final Keypair FORGER = Keypair.fresh();
    private static final String METER = "MTR-7001";

    private ConsumptionAttacks() {}

    static List<Attack> all() {
        List<Attack> all = new java.util.ArrayList<>(openings());
        all.addAll(claims());
        return all;
    }

    private static List<Attack> openings() {
        return Arrays.asList(
                opening(
                        "a point of consumption opens with something claimed",
                        (stage, move) -> {
                            ConsumptionState state = (ConsumptionState) move.outputs.get(1);
                            return move.output(
                                    1,
                                    state.with(state.record()
                                            .after(
                                                    Consumers.says(line(stage), 0, METER, Quality.MEASURED, FORGER),
                                                    energy.registry.domain.encoding.Digest.ZERO)));
                        },
                        Rule.CONSUMPTION_POINT_IS_COMPLETE),
                opening(
                        "a point of consumption is opened without a reason",
                        (stage, move) -> move.commanding(new OpenConsumptionPoint("o", "ida", "", absences(move))),
                        Rule.CONSUMPTION_POINT_IS_COMPLETE),
                opening(
                        "a point of consumption is opened twice",
                        (stage, move) -> move.changed(copy -> copy.inputs.set(
                                0, AnyMoveAttacks.invented(new Entry(copy.inputs.get(0).ref, (DeviceRegisterState)
                                        move.outputs.get(0))))),
                        Rule.CONSUMPTION_POINT_IS_NEW),
                opening(
                        "a point of consumption is not entered in the register",
                        (stage, move) -> move.output(0, move.inputs.get(0).state),
                        Rule.REGISTER_FOLLOWS_POINT),
                opening(
                        "a point of consumption of another account",
                        (stage, move) -> move.output(1, ofGlobex(stage, (ConsumptionState) move.outputs.get(1))),
                        Rule.OWNER_HAS_ACCOUNT));
    }

    private static CertificateBundle line(Stage stage) {
        return stage.abroad.sample();
    }

    private static List<energy.registry.ledger.contract.AbsenceEvidence> absences(Move move) {
        return ((OpenConsumptionPoint) move.command()).getAbsences();
    }

    private static ConsumptionState ofGlobex(Stage stage, ConsumptionState state) {
        ConsumptionPoint point = state.record().point();
        return state.with(ConsumptionCursor.fresh(new ConsumptionPoint(
                point.pointId(),
                "globex",
                Keys.kernelKey(stage.key("globex")),
                point.meterId(),
                point.meterKey(),
                point.intervalSeconds(),
                point.sinceEpochSecond())));
    }

    private static Attack opening(String name, BiFunction<Stage, Move, Move> bend, Rule rule) {
        return Attack.aimed(
                name,
                "D29",
                (stage, move) -> move.command() instanceof OpenConsumptionPoint
                        ? Optional.of(bend.apply(stage, move))
                        : Optional.empty(),
                rule);
    }

    private static List<Attack> claims() {
        return Arrays.asList(
                said(
                        "consumption that no meter signed",
                        (stage, line) -> Consumers.says(line, 0, METER, Quality.MEASURED, FORGER),
                        Rule.CONSUMPTION_IS_METERED),
                said(
                        "consumption of another meter",
                        (stage, line) -> stage.consumers.ofAnotherMeter(line),
                        Rule.CONSUMPTION_IS_METERED),
                said(
                        "consumption that was estimated",
                        (stage, line) -> stage.consumers.estimates(line),
                        Rule.CONSUMPTION_IS_METERED),
                said(
                        "less was consumed than is retired",
                        (stage, line) -> stage.consumers.says(line, -1),
                        Rule.RETIREMENT_FITS_CONSUMPTION),
                claiming(
                        "consumption is claimed a second time",
                        (stage, move) -> move.changed(copy -> copy.inputs.set(
                                1, AnyMoveAttacks.invented(new Entry(copy.inputs.get(1).ref, move.outputs.get(1))))),
                        Rule.CONSUMPTION_NOT_YET_CLAIMED),
                claiming(
                        "a claim of consumption is forgotten",
                        (stage, move) -> move.output(1, move.inputs.get(1).state),
                        Rule.CURSOR_FOLLOWS_CONSUMPTION),
                claiming(
                        "somebody else's consumption is claimed",
                        (stage, move) -> ofAnother(stage, move),
                        Rule.CONSUMPTION_IS_ONES_OWN));
    }

    private static Attack said(String name, BiFunction<Stage, CertificateBundle, byte[]> says, Rule rule) {
        return claiming(
                name,
                (stage, move) -> {
                    RetireForConsumption command = (RetireForConsumption) move.command();
                    CertificateBundle line =
                            move.inputsOf(CertificateState.class).get(0).certificate();
                    byte[] statement = says.apply(stage, line);
                    return move.commanding(
                                    new RetireForConsumption(command.getRequestId(), command.getPieces(), statement))
                            .output(1, claimed(move, statement));
                },
                rule);
    }

    private static ConsumptionState claimed(Move move, byte[] statement) {
        ConsumptionState before = (ConsumptionState) move.inputs.get(1).state;
        Retirement retirement = ((RetirementState) move.outputs.get(0)).record();
        return before.with(before.record().after(statement, retirement.id()));
    }

    /** The retirement is in another account's name, of the same key's hand. */
    private static Move ofAnother(Stage stage, Move move) {
        Retirement own = ((RetirementState) move.outputs.get(0)).record();
        Retirement other =
                new Retirement(own.requestId(), "globex", own.retiredEpochSecond(), own.purpose(), own.lines());
        RetirementState state = (RetirementState) move.outputs.get(0);
        Move bent = move.output(0, new RetirementState(other.encode(), state.getOwner(), state.getIssuer()));
        return bent.output(1, claimed(bent, ((RetireForConsumption) move.command()).getConsumption()));
    }

    private static Attack claiming(String name, BiFunction<Stage, Move, Move> bend, Rule rule) {
        return Attack.aimed(
                name,
                "D29",
                (stage, move) -> move.command() instanceof RetireForConsumption
                        ? Optional.of(bend.apply(stage, move))
                        : Optional.empty(),
                rule);
    }
}
