package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.storage.StorageAccount;
import energy.registry.ledger.contract.OpenStorage;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.DeviceState;
import energy.registry.ledger.state.Keys;
import energy.registry.ledger.state.StorageState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;

/** Opens the account of a registered storage unit; the issuing body has seen its efficiency measured. */
@StartableByRPC
public final class OpenStorageAccount extends LedgerFlow<String> {
    private final String deviceId;
    private final int efficiencyPpm;
    private final String actor;
    private final String reason;

    /** @param efficiencyPpm what comes out of what went in, in parts of a million */
    public OpenStorageAccount(String requestId, String deviceId, int efficiencyPpm, String actor, String reason) {
        super(OpenStorage.class, requestId);
        this.deviceId = deviceId;
        this.efficiencyPpm = efficiencyPpm;
        this.actor = actor;
        this.reason = reason;
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        StateAndRef<DeviceState> found = view().device(deviceId)
                .orElseThrow(() -> LedgerRefusal.of(Rule.DEVICE_EXISTS.isBrokenBy("device '" + deviceId + "'")));
        if (view().storage(deviceId).isPresent()) {
            throw LedgerRefusal.of(Rule.STORAGE_IS_COMPLETE.isBrokenBy(deviceId + " has an account"));
        }
        DeviceState device = found.getState().getData();
        AccountState owner = view().account(device.record().owner()).getState().getData();
        Party issuer = device.getIssuer();
        TransactionBuilder builder = builder();
        builder.addReferenceState(found.referenced())
                .addOutputState(new StorageState(
                        account(device).encode(), issuer, parties().notary()))
                .addCommand(new OpenStorage(requestId(), actor, reason), issuer.getOwningKey());
        return LedgerDraft.of(builder, parties().others(owner.getHost()), issuer.getOwningKey());
    }

    private StorageAccount account(DeviceState device) throws LedgerRefusal {
        try {
            return StorageAccount.empty(deviceId, Keys.kernelKey(device.getOwner()), efficiencyPpm);
        } catch (IllegalArgumentException e) {
            throw LedgerRefusal.of(Rule.STORAGE_IS_COMPLETE.isBrokenBy(e.getMessage()));
        }
    }

    @Override
    String result(SignedTransaction recorded) {
        return text(recorded.getId());
    }
}
