package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.storage.StorageAccount;
import energy.registry.ledger.contract.Discharge;
import energy.registry.ledger.contract.IssuePlan;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.DeviceState;
import energy.registry.ledger.state.StorageState;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;

/** Issues what a storage unit's meter discharged, out of what the unit was charged with. */
@StartableByRPC
public final class DischargeStorage extends LedgerFlow<String> {
    private final byte[] claim;

    /** @param claim a signed claim in canonical bytes */
    public DischargeStorage(String requestId, byte[] claim) {
        super(Discharge.class, requestId);
        this.claim = claim.clone();
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        String deviceId = deviceId();
        StateAndRef<DeviceState> device = view().device(deviceId)
                .orElseThrow(() -> LedgerRefusal.of(Rule.DEVICE_EXISTS.isBrokenBy("device '" + deviceId + "'")));
        StateAndRef<StorageState> storage = view().storage(deviceId)
                .orElseThrow(() ->
                        LedgerRefusal.of(Rule.STORAGE_IS_ONES_OWN.isBrokenBy("no storage of '" + deviceId + "'")));
        StateAndRef<CursorPageState> page = view().page(
                        device.getState().getData().getPage())
                .orElseThrow(() -> LedgerRefusal.of(Rule.METER_IS_REGISTERED.isBrokenBy(deviceId)));
        long issued = now().getEpochSecond();
        IssuePlan plan = new IssuePlan(Collections.singletonList(page.getState().getData()), issued);
        LedgerRefusal.unless(plan.addDischarge(claim));
        StorageState before = storage.getState().getData();
        StorageAccount next = before.record()
                .discharged(energyOf(plan.certificates()))
                .orElseThrow(() -> LedgerRefusal.of(Rule.DISCHARGE_IS_COVERED.isBrokenBy(
                        before.record().storedWh() + " Wh are stored in " + deviceId)));
        AccountState owner = view().account(device.getState().getData().record().owner())
                .getState()
                .getData();
        Party issuer = before.getIssuer();
        TransactionBuilder builder = builder();
        builder.addInputState(page)
                .addInputState(storage)
                .addReferenceState(view().control().referenced())
                .addOutputState(plan.pages().get(0))
                .addOutputState(before.with(next))
                .addCommand(new Discharge(requestId(), claim, issued), issuer.getOwningKey());
        plan.certificates().forEach(builder::addOutputState);
        return LedgerDraft.of(builder, parties().others(owner.getHost()), issuer.getOwningKey());
    }

    private String deviceId() throws LedgerRefusal {
        try {
            return SignedClaim.decode(claim).claim().deviceId();
        } catch (IllegalArgumentException e) {
            throw LedgerRefusal.of(Rule.CLAIM_IS_CANONICAL.isBrokenBy(e.getMessage()));
        }
    }

    private static long energyOf(List<CertificateState> certificates) {
        return certificates.stream()
                .mapToLong(state -> state.certificate().quantity().toLong())
                .sum();
    }

    @Override
    String result(SignedTransaction recorded) {
        return text(recorded.getId());
    }
}
