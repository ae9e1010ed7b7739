package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.cursor.CursorPage;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.register.Fingerprint;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.DeviceRegisterState;
import energy.registry.ledger.state.DeviceState;
import energy.registry.ledger.state.DeviceStatus;
import energy.registry.ledger.state.Keys;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;

/** Registers an approved device under the register's root and opens its meter's cursor on the newest page with room. */
@StartableByRPC
public final class RegisterDevice extends LedgerFlow<RegisteredDevice> {
    /** An owner attests his data every year. */
    static final Duration ATTESTATION = Duration.ofDays(365);

    private final String actor;
    private final String reason;
    private final byte[] device;

    public RegisterDevice(String requestId, String actor, String reason, byte[] device) {
        super(energy.registry.ledger.contract.RegisterDevice.class, requestId);
        this.actor = actor;
        this.reason = reason;
        this.device = device.clone();
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        ProductionDevice record = record();
        StateAndRef<DeviceRegisterState> register = foundedRegister();
        StateAndRef<AccountState> owner = owner(record);
        DeviceRegisterState before = register.getState().getData();
        Digest root = Digest.of(before.getRoot());
        DeviceFingerprints fingerprints = getServiceHub().cordaService(DeviceFingerprints.class);
        List<Fingerprint> prints = new ArrayList<>(Fingerprint.of(record));
        Verdict isNew = fingerprints.areNew(prints, root);
        if (!isNew.isValid()) {
            throw LedgerRefusal.of(isNew);
        }
        boolean shares = !fingerprints
                .areNew(Collections.singletonList(Fingerprint.placeOf(record)), root)
                .isValid();
        if (!shares) {
            prints.add(Fingerprint.placeOf(record));
        }
        DeviceFingerprints.Addition addition = fingerprints.add(prints, root);
        Optional<StateAndRef<CursorPageState>> open = openPage(before);
        CursorPageState page = open.isPresent() ? open.get().getState().getData() : CursorPageState.fresh(before);
        AccountState account = owner.getState().getData();
        MeterCursor cursor = MeterCursor.fresh(record, Keys.kernelKey(account.getKey()));
        CursorPage cursors = page.cursors();
        Party issuer = before.getIssuer();
        TransactionBuilder builder = builder().addInputState(register);
        if (open.isPresent()) {
            builder.addInputState(open.get());
        }
        builder.addReferenceState(owner.referenced())
                .addOutputState(before.withDevice(addition.root(), before.getPages() + (open.isPresent() ? 0 : 1)))
                .addOutputState(page.with(cursors.plus(cursor)))
                .addOutputState(new DeviceState(
                        device,
                        DeviceStatus.APPROVED,
                        cursors.number(),
                        account.getKey(),
                        issuer,
                        now().plus(ATTESTATION).getEpochSecond()))
                .addCommand(
                        new energy.registry.ledger.contract.RegisterDevice(
                                requestId(), actor, reason, addition.proofs()),
                        signers(issuer, shares));
        LedgerDraft draft = LedgerDraft.of(builder, parties().others(account.getHost()), issuer.getOwningKey());
        return shares ? draft.withConsentOf(parties().regulator()) : draft;
    }

    /** Where another device stands already, the regulator's consent is needed. */
    private List<PublicKey> signers(Party issuer, boolean shares) {
        return shares
                ? Arrays.asList(issuer.getOwningKey(), parties().regulator().getOwningKey())
                : Collections.singletonList(issuer.getOwningKey());
    }

    private ProductionDevice record() throws LedgerRefusal {
        try {
            return ProductionDevice.decode(device);
        } catch (IllegalArgumentException e) {
            throw LedgerRefusal.of(Rule.DEVICE_IS_CANONICAL.isBrokenBy(e.getMessage()));
        }
    }

    private StateAndRef<AccountState> owner(ProductionDevice record) throws LedgerRefusal {
        return view().findAccount(record.owner())
                .orElseThrow(
                        () -> LedgerRefusal.of(Rule.OWNER_HAS_ACCOUNT.isBrokenBy("owner '" + record.owner() + "'")));
    }

    private Optional<StateAndRef<CursorPageState>> openPage(DeviceRegisterState register) {
        return register.getPages() == 0
                ? Optional.empty()
                : view().page(register.getPages() - 1)
                        .filter(page -> !page.getState().getData().cursors().isFull());
    }

    @Override
    RegisteredDevice result(SignedTransaction recorded) {
        DeviceState state = recorded.getTx().outputsOfType(DeviceState.class).get(0);
        return new RegisteredDevice(
                state.record().deviceId(), Digest.sha(state.getDevice()).toString(), text(recorded.getId()));
    }
}
