package energy.registry.ledger.contract;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.register.Fingerprint;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.DeviceRegisterState;
import energy.registry.ledger.state.DeviceState;
import java.util.Collections;
import java.util.List;

/**
 * A change of a device consumes and remakes its state and the page with its cursor, so that from the next issue on the
 * change is in force; what the record gains in meters, cameras and keys is new to the register.
 */
final class DeviceRules {
    private final DeviceCommand command;
    private final Facts facts;

    DeviceRules(DeviceCommand command, Facts facts) {
        this.command = command;
        this.facts = facts;
    }

    Verdict check() {
        return Verdict.firstOf(this::shape, this::pinned, this::signed, this::consequence, this::register, this::time);
    }

    private Verdict shape() {
        int registers = facts.inputs(DeviceRegisterState.class).size();
        boolean expected = facts.hasOnly(2 + registers, 2 + registers, references())
                && registers <= 1
                && facts.inputs(DeviceState.class).size() == 1
                && facts.outputs(DeviceState.class).size() == 1
                && facts.inputs(CursorPageState.class).size() == 1
                && facts.outputs(CursorPageState.class).size() == 1
                && facts.outputs(DeviceRegisterState.class).size() == registers
                && facts.references(AccountState.class).size() == references();
        return facts.shape(expected);
    }

    /** A hand-over refers to the account that receives. */
    private int references() {
        return command instanceof HandOverDevice ? 1 : 0;
    }

    private DeviceState before() {
        return facts.inputs(DeviceState.class).get(0);
    }

    private DeviceState after() {
        return facts.outputs(DeviceState.class).get(0);
    }

    private CursorPageState page() {
        return facts.inputs(CursorPageState.class).get(0);
    }

    private Verdict pinned() {
        CursorPageState page = page();
        return Verdict.firstOf(
                () -> Rule.NOTARY_IS_PINNED.holds(page.getNotary().equals(facts.notary()), "notary " + facts.notary()),
                () -> Rule.ISSUER_IS_PINNED.holds(
                        page.getIssuer().equals(before().getIssuer()), "page of " + page.getIssuer()),
                () -> Rule.METER_IS_REGISTERED.holds(
                        page.cursors().ofMeter(before().record().meterId()).isPresent(),
                        "meter " + before().record().meterId()));
    }

    /** The status is either authority's to change, the record the issuing body's. */
    private Verdict signed() {
        boolean signs = facts.isSignedBy(before().getIssuer().getOwningKey())
                || command instanceof ChangeDeviceStatus
                        && facts.isSignedBy(page().getRegulator().getOwningKey());
        return Rule.REQUIRED_KEYS_SIGN.holds(signs, "the authority does not sign");
    }

    private Verdict consequence() {
        DevicePlan.Outcome expected;
        try {
            expected = plan();
        } catch (IllegalArgumentException e) {
            return Rule.DEVICE_IS_CANONICAL.isBrokenBy(e.getMessage());
        }
        return Verdict.firstOf(
                expected::verdict,
                () -> Rule.DEVICE_FOLLOWS_CHANGE.holds(
                        after().equals(expected.device()), before().record().deviceId()),
                () -> Rule.CURSOR_FOLLOWS_CHANGE.holds(
                        facts.outputs(CursorPageState.class).get(0).equals(expected.page()),
                        "page " + before().getPage()));
    }

    private DevicePlan.Outcome plan() {
        DevicePlan plan = new DevicePlan(before(), page());
        if (command instanceof ChangeDeviceStatus) {
            ChangeDeviceStatus status = (ChangeDeviceStatus) command;
            return plan.status(status.getAction(), status.getUntilEpochSecond());
        } else if (command instanceof AmendDevice) {
            return plan.amended(after().record(), ((AmendDevice) command).getEffectiveEpochSecond());
        } else if (command instanceof HandOverDevice) {
            return plan.handedOver(
                    facts.references(AccountState.class).get(0), ((HandOverDevice) command).getAtEpochSecond());
        }
        return plan.exchanged((ExchangeMeter) command);
    }

    private Verdict register() {
        ProductionDevice now = after().record();
        List<Fingerprint> prints = Fingerprint.added(before().record(), now);
        List<DeviceRegisterState> registers = facts.inputs(DeviceRegisterState.class);
        if (registers.isEmpty()) {
            return Rule.DEVICE_IS_NEW.holds(
                    prints.isEmpty(), prints.size() + " new fingerprints and no register to hold them against");
        }
        DeviceRegisterState register = registers.get(0);
        RegisterGrowth growth = new RegisterGrowth(register.getRoot());
        return Verdict.firstOf(
                () -> Rule.ISSUER_IS_PINNED.holds(
                        register.getLinearId().toString().equals(page().getRegister()), "another register"),
                () -> growth.add(prints, absences()),
                () -> Rule.REGISTER_FOLLOWS_DEVICE.holds(
                        facts.outputs(DeviceRegisterState.class).get(0).equals(register.withRoot(growth.root())),
                        "expected root " + growth.root()));
    }

    private List<AbsenceEvidence> absences() {
        if (command instanceof AmendDevice) {
            return ((AmendDevice) command).getAbsences();
        }
        return command instanceof ExchangeMeter ? ((ExchangeMeter) command).getAbsences() : Collections.emptyList();
    }

    private Verdict time() {
        if (!(command instanceof ChangeDeviceStatus)) {
            return Verdict.VALID;
        }
        switch (((ChangeDeviceStatus) command).getAction()) {
            case ATTEST:
                return RegisterDeviceRules.attestation(after(), facts);
            case LAPSE:
                return Rule.ATTESTATION_IS_OVERDUE.holds(
                        facts.happensFrom(before().getAttestationDueEpochSecond()),
                        "due at second " + before().getAttestationDueEpochSecond());
            default:
                return Verdict.VALID;
        }
    }
}
