package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.certificate.RecordNumber;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.Export;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.ControlState;
import energy.registry.ledger.state.ExportTerms;
import energy.registry.ledger.state.ForeignRegistryState;
import energy.registry.ledger.state.Keys;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;

/** Locks certificates of an account for another registry; that one's receipt ends it. */
@StartableByRPC
public final class ExportCertificates extends LedgerFlow<PendingExport> {
    private final String accountId;
    private final List<CertificateQuantity> items;
    private final String targetRegistry;
    private final String targetAccount;
    private final String actor;

    public ExportCertificates(
            String requestId,
            String accountId,
            List<CertificateQuantity> items,
            String targetRegistry,
            String targetAccount,
            String actor) {
        super(Export.class, requestId);
        this.accountId = accountId;
        this.items = new ArrayList<>(items);
        this.targetRegistry = targetRegistry;
        this.targetAccount = targetAccount;
        this.actor = actor;
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        StateAndRef<ControlState> control = control();
        AccountState owner = view().account(accountId).getState().getData();
        StateAndRef<ForeignRegistryState> registry = view().foreignRegistry(targetRegistry)
                .orElseThrow(
                        () -> LedgerRefusal.of(Rule.REGISTRY_IS_KNOWN.isBrokenBy("registry '" + targetRegistry + "'")));
        ExportTerms terms = new ExportTerms(
                RecordNumber.ofRequest("EX", requestId(), Keys.idOf(owner.getKey())), targetRegistry, targetAccount);
        TakenPieces taken = TakenPieces.of(view(), items, owner.getKey());
        TransactionBuilder builder =
                builder().addReferenceState(control.referenced()).addReferenceState(registry.referenced());
        taken.lock(builder, terms);
        builder.addCommand(new Export(requestId(), taken.serials(), actor), owner.getKey());
        return LedgerDraft.of(builder, parties().others(owner.getIssuingBody()), owner.getKey());
    }

    @Override
    PendingExport result(SignedTransaction recorded) {
        String exportId = "";
        List<byte[]> lines = new ArrayList<>();
        for (CertificateState state : recorded.getTx().outputsOfType(CertificateState.class)) {
            if (state.export().isPresent()) {
                exportId = state.export().get().getExportId();
                lines.add(state.getBundle());
            }
        }
        return new PendingExport(exportId, text(recorded.getId()), lines);
    }
}
