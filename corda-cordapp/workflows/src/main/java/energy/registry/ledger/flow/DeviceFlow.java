package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.register.Fingerprint;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.contract.AbsenceEvidence;
import energy.registry.ledger.contract.DeviceCommand;
import energy.registry.ledger.contract.DevicePlan;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.DeviceRegisterState;
import energy.registry.ledger.state.DeviceState;
import java.security.PublicKey;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;

/**
 * What all changes of a device have in common: its state and the page with its cursor are consumed and remade as the
 * plan says; fingerprints that the record gains are shown to be new.
 */
abstract class DeviceFlow extends LedgerFlow<ChangedDevice> {
    private final Class<? extends DeviceCommand> command;

    DeviceFlow(Class<? extends DeviceCommand> command, String requestId) {
        super(command, requestId);
        this.command = command;
    }

    /** The device that the request speaks of. */
    abstract StateAndRef<DeviceState> device() throws FlowException;

    abstract DevicePlan.Outcome outcome(DevicePlan plan) throws FlowException;

    abstract DeviceCommand command(List<AbsenceEvidence> absences);

    /** What the command refers to; most refer to nothing. */
    void refer(TransactionBuilder builder) throws FlowException {}

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        StateAndRef<DeviceState> device = device();
        DeviceState before = device.getState().getData();
        StateAndRef<CursorPageState> page = view().page(before.getPage())
                .orElseThrow(() -> new IllegalStateException("a device's page is in the vault"));
        DevicePlan.Outcome outcome =
                outcome(new DevicePlan(before, page.getState().getData()));
        if (!outcome.verdict().isValid()) {
            throw LedgerRefusal.of(outcome.verdict());
        }
        DeviceState after = outcome.device();
        TransactionBuilder builder = builder().addInputState(device).addInputState(page);
        builder.addOutputState(after).addOutputState(outcome.page());
        List<AbsenceEvidence> absences = register(builder, before.record(), after.record());
        refer(builder);
        PublicKey self = parties().self().getOwningKey();
        builder.addCommand(command(absences), self);
        return LedgerDraft.of(
                builder, parties().others(before.getIssuer(), host(before.getOwner()), host(after.getOwner())), self);
    }

    private List<AbsenceEvidence> register(TransactionBuilder builder, ProductionDevice before, ProductionDevice after)
            throws FlowException {
        List<Fingerprint> prints = Fingerprint.added(before, after);
        if (prints.isEmpty()) {
            return Collections.emptyList();
        }
        StateAndRef<DeviceRegisterState> register =
                view().register().orElseThrow(() -> new IllegalStateException("a device has a register"));
        DeviceRegisterState state = register.getState().getData();
        Digest root = Digest.of(state.getRoot());
        DeviceFingerprints fingerprints = getServiceHub().cordaService(DeviceFingerprints.class);
        Verdict areNew = fingerprints.areNew(prints, root);
        if (!areNew.isValid()) {
            throw LedgerRefusal.of(areNew);
        }
        DeviceFingerprints.Addition addition = fingerprints.add(prints, root);
        builder.addInputState(register).addOutputState(state.withRoot(addition.root()));
        return addition.proofs();
    }

    private Party host(PublicKey owner) {
        return getServiceHub().getIdentityService().requireWellKnownPartyFromAnonymous(new AnonymousParty(owner));
    }

    final StateAndRef<DeviceState> deviceById(String deviceId) throws LedgerRefusal {
        return view().device(deviceId)
                .orElseThrow(() -> LedgerRefusal.of(Rule.DEVICE_EXISTS.isBrokenBy("device '" + deviceId + "'")));
    }

    @Override
    final ChangedDevice result(SignedTransaction recorded) {
        DeviceState state = recorded.getTx().outputsOfType(DeviceState.class).get(0);
        MeterCursor cursor = recorded.getTx()
                .outputsOfType(CursorPageState.class)
                .get(0)
                .cursors()
                .ofMeter(state.record().meterId())
                .orElseThrow(() -> new IllegalStateException(command.getSimpleName() + " keeps the cursor"));
        return new ChangedDevice(
                state.record().deviceId(),
                Digest.sha(state.getDevice()).toString(),
                state.getStatus().name(),
                cursor.position().epoch(),
                text(recorded.getId()));
    }
}
