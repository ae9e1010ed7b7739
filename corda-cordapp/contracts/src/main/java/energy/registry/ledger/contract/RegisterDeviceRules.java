package energy.registry.ledger.contract;

import energy.registry.domain.cursor.CursorPage;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.device.Measurement;
import energy.registry.domain.device.MeteringPoint;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.register.Fingerprint;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.DeviceRegisterState;
import energy.registry.ledger.state.DeviceState;
import energy.registry.ledger.state.DeviceStatus;
import energy.registry.ledger.state.Keys;
import java.util.Arrays;
import java.util.List;

/**
 * A device is registered only by showing that none of its fingerprints is under the register's root, and its cursor is
 * born in the same transaction: one meter has one cursor.
 */
final class RegisterDeviceRules {
    /** A year and a day between two attestations of an owner. */
    static final long ATTESTATION_SECONDS_MAX = 366 * 86_400L;

    private final RegisterDevice command;
    private final Facts facts;

    RegisterDeviceRules(RegisterDevice command, Facts facts) {
        this.command = command;
        this.facts = facts;
    }

    Verdict check() {
        int pagesIn = facts.inputs(CursorPageState.class).size();
        boolean expected = facts.hasOnly(1 + pagesIn, 3, 1)
                && pagesIn <= 1
                && facts.inputs(DeviceRegisterState.class).size() == 1
                && facts.outputs(DeviceRegisterState.class).size() == 1
                && facts.outputs(CursorPageState.class).size() == 1
                && facts.outputs(DeviceState.class).size() == 1
                && facts.references(AccountState.class).size() == 1;
        return Verdict.firstOf(
                () -> facts.shape(expected),
                () -> facts.signedBy(before().getIssuer().getOwningKey(), "the issuing body"),
                () -> Rule.NOTARY_IS_PINNED.holds(
                        before().getNotary().equals(facts.notary()), "notary " + facts.notary()),
                this::device,
                this::register,
                this::page);
    }

    private DeviceRegisterState before() {
        return facts.inputs(DeviceRegisterState.class).get(0);
    }

    private DeviceState registered() {
        return facts.outputs(DeviceState.class).get(0);
    }

    private AccountState account() {
        return facts.references(AccountState.class).get(0);
    }

    private Verdict device() {
        DeviceState state = registered();
        ProductionDevice device;
        try {
            device = state.record();
        } catch (IllegalArgumentException e) {
            return Rule.DEVICE_IS_CANONICAL.isBrokenBy(e.getMessage());
        }
        boolean owned = device.owner().equals(account().getAccountId())
                && state.getOwner().equals(account().getKey());
        return Verdict.firstOf(
                () -> Rule.DEVICE_IS_CANONICAL.holds(
                        Arrays.equals(device.encode(), state.getDevice()), "other bytes than its own"),
                () -> Rule.OWNER_HAS_ACCOUNT.holds(owned, "owner " + device.owner()),
                () -> registrable(device),
                () -> attestation(state, facts),
                () -> Rule.DEVICE_IS_ACTIVE.holds(
                        state.getStatus() == DeviceStatus.APPROVED, "status " + state.getStatus()),
                () -> Rule.ISSUER_IS_PINNED.holds(
                        state.getIssuer().equals(before().getIssuer()), "issuer " + state.getIssuer()));
    }

    /** What holds for every record on the ledger, whether it comes by registration or by amendment. */
    static Verdict registrable(ProductionDevice device) {
        Measurement measurement = device.profile().measurement();
        return Verdict.firstOf(
                () -> MeteringPoint.isWellFormed(device.meteringPointId()),
                () -> Rule.DEVICE_IS_METERED_NET.holds(measurement == Measurement.NET, "measurement " + measurement),
                () -> device.standing().isProven(device.deviceId(), new LedgerSignatures()));
    }

    static Verdict attestation(DeviceState state, Facts facts) {
        long due = state.getAttestationDueEpochSecond();
        return Rule.ATTESTATION_IS_WITHIN_A_YEAR.holds(
                facts.happensFrom(due - ATTESTATION_SECONDS_MAX), "due at second " + due);
    }

    private Verdict register() {
        List<Fingerprint> prints = Fingerprint.of(registered().record());
        List<AbsenceEvidence> proofs = command.getAbsences();
        boolean shares = proofs.size() <= prints.size();
        RegisterGrowth growth = new RegisterGrowth(before().getRoot());
        Verdict isNew = growth.add(prints, shares ? proofs : proofs.subList(0, prints.size()));
        boolean freePlace = !shares
                && proofs.size() == prints.size() + 1
                && growth.add(Fingerprint.placeOf(registered().record()), proofs.get(prints.size()));
        boolean opensPage = facts.inputs(CursorPageState.class).isEmpty();
        DeviceRegisterState expected = before().withDevice(growth.root(), before().getPages() + (opensPage ? 1 : 0));
        return Verdict.firstOf(
                () -> isNew,
                () -> Rule.LOCATION_IS_FREE_OR_SHARED.holds(
                        shares ? facts.isSignedBy(before().getRegulator().getOwningKey()) : freePlace,
                        shares ? "the regulator does not sign" : "no proof that the place is free"),
                () -> Rule.REGISTER_FOLLOWS_DEVICE.holds(
                        facts.outputs(DeviceRegisterState.class).get(0).equals(expected),
                        "expected root " + growth.root()));
    }

    private Verdict page() {
        CursorPageState after = facts.outputs(CursorPageState.class).get(0);
        List<CursorPageState> inputs = facts.inputs(CursorPageState.class);
        CursorPageState before = inputs.isEmpty() ? CursorPageState.fresh(before()) : inputs.get(0);
        CursorPage cursors = before.cursors();
        boolean pinned = after.isPinnedLike(before) && after.isPinnedLike(CursorPageState.fresh(before()));
        return Verdict.firstOf(
                () -> Rule.PAGE_HAS_ROOM.holds(!cursors.isFull(), "page " + cursors.number() + " is full"),
                () -> Rule.ISSUER_IS_PINNED.holds(pinned, "page " + cursors.number()),
                () -> Rule.PAGE_FOLLOWS_REGISTRATION.holds(
                        Arrays.equals(
                                after.getPage(), cursors.plus(freshCursor()).encode()),
                        "page " + cursors.number()),
                () -> Rule.PAGE_FOLLOWS_REGISTRATION.holds(
                        registered().getPage() == cursors.number(),
                        "device on page " + registered().getPage()));
    }

    private MeterCursor freshCursor() {
        return MeterCursor.fresh(registered().record(), Keys.kernelKey(account().getKey()));
    }
}
