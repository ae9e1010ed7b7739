package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.certificate.CertificateEnd;
import energy.registry.domain.certificate.EndKind;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.storage.StorageAccount;
import energy.registry.ledger.contract.Charge;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.EndState;
import energy.registry.ledger.state.StorageState;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;

/** Charges a storage unit of an account with certificates of the account, which leave circulation. */
@StartableByRPC
public final class ChargeStorage extends LedgerFlow<String> {
    private final String accountId;
    private final List<CertificateQuantity> items;
    private final String deviceId;
    private final String actor;

    public ChargeStorage(
            String requestId, String accountId, List<CertificateQuantity> items, String deviceId, String actor) {
        super(Charge.class, requestId);
        this.accountId = accountId;
        this.items = new ArrayList<>(items);
        this.deviceId = deviceId;
        this.actor = actor;
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        AccountState owner = view().account(accountId).getState().getData();
        StateAndRef<StorageState> storage = view().storage(deviceId)
                .orElseThrow(() ->
                        LedgerRefusal.of(Rule.STORAGE_IS_ONES_OWN.isBrokenBy("no storage of '" + deviceId + "'")));
        StorageState before = storage.getState().getData();
        StorageAccount account = before.record();
        if (account.isFull()) {
            throw LedgerRefusal.of(Rule.STORAGE_IS_ONES_OWN.isBrokenBy("it holds no more charges; discharge first"));
        }
        TakenPieces taken = TakenPieces.of(view(), items, owner.getKey());
        CertificateEnd end = new CertificateEnd(EndKind.STORED, requestId(), taken.bundles());
        TransactionBuilder builder = builder();
        taken.end(builder);
        builder.addInputState(storage)
                .addOutputState(new EndState(end.encode(), before.getIssuer()))
                .addOutputState(before.with(account.charged(Digest.sha(end.encode()), end.quantityWh())))
                .addReferenceState(view().control().referenced())
                .addCommand(new Charge(requestId(), taken.serials(), actor), owner.getKey());
        return LedgerDraft.of(builder, parties().others(owner.getIssuingBody()), owner.getKey());
    }

    @Override
    String result(SignedTransaction recorded) {
        return text(recorded.getId());
    }
}
