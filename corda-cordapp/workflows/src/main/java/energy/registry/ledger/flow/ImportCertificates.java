package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.exchange.ExchangeReceipt;
import energy.registry.domain.exchange.ForeignRegistry;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.Import;
import energy.registry.ledger.contract.Receipts;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.ForeignRegistryState;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;

/** Brings in what another registry's signed receipt gives to an account here; runs on the issuing body's node. */
@StartableByRPC
public final class ImportCertificates extends LedgerFlow<ImportedCertificates> {
    private final String accountId;
    private final String actor;
    private final String reason;
    private final byte[] receipt;

    public ImportCertificates(String requestId, String accountId, String actor, String reason, byte[] receipt) {
        super(Import.class, requestId);
        this.accountId = accountId;
        this.actor = actor;
        this.reason = reason;
        this.receipt = receipt.clone();
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        ExchangeReceipt read = read();
        StateAndRef<AccountState> receiver = view().account(accountId);
        StateAndRef<ForeignRegistryState> found = view().foreignRegistry(read.registry())
                .orElseThrow(() ->
                        LedgerRefusal.of(Rule.REGISTRY_IS_KNOWN.isBrokenBy("registry '" + read.registry() + "'")));
        ForeignRegistryState before = found.getState().getData();
        ForeignRegistry next = before.record();
        TransactionBuilder builder = builder()
                .addInputState(found)
                .addReferenceState(view().control().referenced())
                .addReferenceState(receiver.referenced());
        for (CertificateBundle line : read.lines()) {
            next = next.importing(line.deviceId(), line.serialFromWh(), line.serialToWh())
                    .orElseThrow(() -> LedgerRefusal.of(Rule.IMPORT_IS_NEW.isBrokenBy(line.certificateId())));
        }
        builder.addOutputState(before.with(next));
        AccountState account = receiver.getState().getData();
        for (CertificateBundle line : read.lines()) {
            builder.addOutputState(CertificateState.active(line, account.getKey(), before.getIssuer()));
        }
        builder.addCommand(
                new Import(requestId(), actor, reason, receipt),
                before.getIssuer().getOwningKey());
        List<Party> others = new ArrayList<>(before.getObservers());
        others.add(account.getHost());
        return LedgerDraft.of(
                builder,
                parties().others(others.toArray(new Party[0])),
                before.getIssuer().getOwningKey());
    }

    private ExchangeReceipt read() throws LedgerRefusal {
        try {
            return Receipts.read(receipt);
        } catch (IllegalArgumentException e) {
            throw LedgerRefusal.of(Rule.RECEIPT_IS_SIGNED.isBrokenBy(e.getMessage()));
        }
    }

    @Override
    ImportedCertificates result(SignedTransaction recorded) {
        List<String> ids = new ArrayList<>();
        for (CertificateState state : recorded.getTx().outputsOfType(CertificateState.class)) {
            ids.add(state.certificate().certificateId());
        }
        return new ImportedCertificates(text(recorded.getId()), ids);
    }
}
