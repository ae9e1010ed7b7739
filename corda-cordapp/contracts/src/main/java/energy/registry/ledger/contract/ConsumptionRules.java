package energy.registry.ledger.contract;

import energy.registry.domain.certificate.Retirement;
import energy.registry.domain.consumption.ConsumptionCursor;
import energy.registry.domain.consumption.ConsumptionPoint;
import energy.registry.domain.register.Fingerprint;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.ConsumptionState;
import energy.registry.ledger.state.DeviceRegisterState;
import energy.registry.ledger.state.Keys;
import energy.registry.ledger.state.RetirementState;
import java.util.Arrays;
import java.util.List;

/** A point of consumption is opened once, and each of its hours is claimed by one retirement, up to what was metered (D29). */
final class ConsumptionRules {
    private final Facts facts;

    ConsumptionRules(Facts facts) {
        this.facts = facts;
    }

    Verdict opened(OpenConsumptionPoint command) {
        boolean expected = facts.hasOnly(1, 2, 1)
                && facts.inputs(DeviceRegisterState.class).size() == 1
                && facts.outputs(DeviceRegisterState.class).size() == 1
                && facts.outputs(ConsumptionState.class).size() == 1
                && facts.references(AccountState.class).size() == 1;
        return Verdict.firstOf(
                () -> facts.shape(expected),
                () -> facts.signedBy(register().getIssuer().getOwningKey(), "the issuing body"),
                () -> Rule.NOTARY_IS_PINNED.holds(
                        register().getNotary().equals(facts.notary())
                                && after().getNotary().equals(facts.notary()),
                        "notary " + facts.notary()),
                () -> Rule.ISSUER_IS_PINNED.holds(
                        after().getIssuer().equals(register().getIssuer()), "issuer " + after().getIssuer()),
                () -> point(command));
    }

    private Verdict point(OpenConsumptionPoint command) {
        ConsumptionPoint point;
        try {
            point = after().record().point();
        } catch (IllegalArgumentException e) {
            return Rule.CONSUMPTION_POINT_IS_COMPLETE.isBrokenBy(e.getMessage());
        }
        AccountState account = facts.references(AccountState.class).get(0);
        boolean owned = point.account().equals(account.getAccountId())
                && point.accountKey().equals(Keys.kernelKey(account.getKey()));
        byte[] fresh = ConsumptionCursor.fresh(point).encode();
        return Verdict.firstOf(
                () -> Rule.CONSUMPTION_POINT_IS_COMPLETE.holds(point.isComplete(), "a name or the grid"),
                () -> Rule.CONSUMPTION_POINT_IS_COMPLETE.holds(
                        Arrays.equals(after().getCursor(), fresh), "something is claimed"),
                () -> Rule.CONSUMPTION_POINT_IS_COMPLETE.holds(
                        !command.getReason().trim().isEmpty(), "no reason"),
                () -> Rule.OWNER_HAS_ACCOUNT.holds(owned, "account " + point.account()),
                () -> registered(Fingerprint.of(point), command.getAbsences()));
    }

    private Verdict registered(List<Fingerprint> prints, List<AbsenceEvidence> proofs) {
        RegisterGrowth growth = new RegisterGrowth(register().getRoot());
        boolean isNew = proofs.size() == prints.size();
        for (int i = 0; isNew && i < prints.size(); i++) {
            isNew = growth.add(prints.get(i), proofs.get(i));
        }
        boolean proven = isNew;
        DeviceRegisterState expected = register().withRoot(growth.root());
        return Verdict.firstOf(
                () -> Rule.CONSUMPTION_POINT_IS_NEW.holds(proven, "no proof for each of its names"),
                () -> Rule.REGISTER_FOLLOWS_POINT.holds(
                        facts.outputs(DeviceRegisterState.class).get(0).equals(expected),
                        "expected root " + growth.root()));
    }

    private DeviceRegisterState register() {
        return facts.inputs(DeviceRegisterState.class).get(0);
    }

    private ConsumptionState after() {
        return facts.outputs(ConsumptionState.class).get(0);
    }

    private ConsumptionState before() {
        return facts.inputs(ConsumptionState.class).get(0);
    }

    /** The retirement itself is held against its own rules; this asks what it takes of the consumption. */
    Verdict retired(RetireForConsumption command) {
        boolean expected = facts.inputs(ConsumptionState.class).size() == 1
                && facts.outputs(ConsumptionState.class).size() == 1;
        return Verdict.firstOf(
                () -> facts.shape(expected),
                () -> new RetireRules(command.getPieces(), facts).check(1),
                () -> claimed(command));
    }

    private Verdict claimed(RetireForConsumption command) {
        RetirementState state = facts.outputs(RetirementState.class).get(0);
        Retirement retirement = state.record();
        ConsumptionCursor cursor = before().record();
        boolean own = cursor.point().accountKey().equals(Keys.kernelKey(state.getOwner()))
                && cursor.point().account().equals(retirement.owner());
        return Verdict.firstOf(
                () -> Rule.NOTARY_IS_PINNED.holds(before().getNotary().equals(facts.notary()), "notary"),
                () -> Rule.CONSUMPTION_IS_ONES_OWN.holds(
                        own, "point " + cursor.point().pointId()),
                () -> cursor.permits(command.getConsumption(), retirement.lines(), new LedgerSignatures()),
                () -> follows(cursor.after(command.getConsumption(), retirement.id())));
    }

    private Verdict follows(ConsumptionCursor next) {
        return Rule.CURSOR_FOLLOWS_CONSUMPTION.holds(
                Arrays.equals(after().getCursor(), next.encode()) && after().isPinnedLike(before()),
                "point " + next.point().pointId());
    }
}
