package energy.registry.ledger.contract;

import energy.registry.domain.control.Authority;
import energy.registry.domain.control.Freeze;
import energy.registry.domain.control.FreezeList;
import energy.registry.domain.control.FrozenKind;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.ControlState;
import energy.registry.ledger.state.DeviceState;
import energy.registry.ledger.state.Keys;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.corda.core.identity.Party;

/** The control state is founded empty; regulator and issuing body freeze and lift, each with a reason. */
final class ControlRules {
    private final Facts facts;

    ControlRules(Facts facts) {
        this.facts = facts;
    }

    Verdict founded() {
        boolean expected =
                facts.hasOnly(0, 1, 0) && facts.outputs(ControlState.class).size() == 1;
        return Verdict.firstOf(() -> facts.shape(expected), () -> founded(after()));
    }

    private Verdict founded(ControlState control) {
        return Verdict.firstOf(
                () -> facts.signedBy(control.getIssuer().getOwningKey(), "the issuing body"),
                () -> facts.signedBy(control.getRegulator().getOwningKey(), "the regulator"),
                () -> Rule.NOTARY_IS_PINNED.holds(control.getNotary().equals(facts.notary()), "notary"),
                () -> Rule.CONTROL_IS_FOUNDED.holds(
                        Arrays.equals(control.getFreezes(), FreezeList.EMPTY.encode()), "something is frozen"));
    }

    Verdict frozen(FreezeSubject command) {
        boolean expected = facts.hasOnly(1, 1, 1)
                && facts.inputs(ControlState.class).size() == 1
                && facts.outputs(ControlState.class).size() == 1;
        return Verdict.firstOf(() -> facts.shape(expected), this::pinned, () -> added(command));
    }

    private Verdict added(FreezeSubject command) {
        Freeze freeze;
        try {
            freeze = Freeze.decode(command.getFreeze());
        } catch (IllegalArgumentException e) {
            return Rule.FREEZE_IS_COMPLETE.isBrokenBy(e.getMessage());
        }
        FreezeList before = before().list();
        return Verdict.firstOf(
                () -> facts.signedBy(
                        authority(freeze.by()).getOwningKey(), freeze.by().name()),
                () -> Rule.FREEZE_IS_COMPLETE.holds(freeze.isComplete(), "id, subject, case, reason or end"),
                () -> Rule.FREEZE_IS_COMPLETE.holds(
                        facts.happensAround(freeze.fromEpochSecond()), "from " + freeze.fromEpochSecond()),
                () -> Rule.FREEZE_IS_COMPLETE.holds(
                        !before.find(freeze.freezeId()).isPresent(), freeze.freezeId() + " is on the list"),
                () -> Rule.FREEZE_IS_COMPLETE.holds(exists(freeze), freeze.kind() + " " + freeze.subjectId()),
                () -> Rule.FREEZE_LIST_HAS_ROOM.holds(
                        before.freezes().size() < FreezeList.FREEZES_MAX, "at most " + FreezeList.FREEZES_MAX),
                () -> follows(before.plus(freeze)));
    }

    private boolean exists(Freeze freeze) {
        return freeze.kind() == FrozenKind.DEVICE
                ? facts.references(DeviceState.class).stream()
                        .anyMatch(state -> state.record().deviceId().equals(freeze.subjectId()))
                : facts.references(AccountState.class).stream()
                        .anyMatch(state -> state.getAccountId().equals(freeze.subjectId())
                                && Keys.idOf(state.getKey()).equals(freeze.keyId()));
    }

    Verdict lifted(LiftFreeze command) {
        boolean expected = facts.hasOnly(1, 1, 0)
                && facts.inputs(ControlState.class).size() == 1
                && facts.outputs(ControlState.class).size() == 1;
        return Verdict.firstOf(() -> facts.shape(expected), this::pinned, () -> removed(command));
    }

    /** The regulator lifts any freeze, the issuing body its own. */
    private Verdict removed(LiftFreeze command) {
        FreezeList before = before().list();
        Optional<Freeze> freeze = before.find(command.getFreezeId());
        if (!freeze.isPresent()) {
            return Rule.FREEZE_EXISTS.isBrokenBy("'" + command.getFreezeId() + "'");
        }
        boolean signed = facts.isSignedBy(before().getRegulator().getOwningKey())
                || facts.isSignedBy(authority(freeze.get().by()).getOwningKey());
        return Verdict.firstOf(
                () -> Rule.REQUIRED_KEYS_SIGN.holds(signed, "neither the regulator nor who froze"),
                () -> Rule.FREEZE_IS_COMPLETE.holds(!command.getReason().trim().isEmpty(), "no reason"),
                () -> follows(before.without(command.getFreezeId())));
    }

    private Verdict pinned() {
        return Verdict.firstOf(
                () -> Rule.NOTARY_IS_PINNED.holds(before().getNotary().equals(facts.notary()), "notary"),
                () -> Rule.ISSUER_IS_PINNED.holds(after().isPinnedLike(before()), "issuer, regulator or notary"));
    }

    private Verdict follows(FreezeList expected) {
        return Rule.FREEZE_LIST_FOLLOWS_COMMAND.holds(
                Arrays.equals(after().getFreezes(), expected.encode()), "other freezes");
    }

    private Party authority(Authority by) {
        return by == Authority.REGULATOR ? before().getRegulator() : before().getIssuer();
    }

    private ControlState before() {
        List<ControlState> inputs = facts.inputs(ControlState.class);
        return inputs.get(0);
    }

    private ControlState after() {
        return facts.outputs(ControlState.class).get(0);
    }
}
