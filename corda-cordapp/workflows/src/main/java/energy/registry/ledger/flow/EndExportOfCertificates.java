package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.CertificateEnd;
import energy.registry.domain.certificate.EndKind;
import energy.registry.domain.exchange.ExchangeReceipt;
import energy.registry.domain.exchange.ReceiptKind;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.EndExport;
import energy.registry.ledger.contract.Receipts;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.EndState;
import energy.registry.ledger.state.ForeignRegistryState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;

/** Ends an export by the target registry's signed receipt, one way or the other; runs on the issuing body's node. */
@StartableByRPC
public final class EndExportOfCertificates extends LedgerFlow<String> {
    private final String exportId;
    private final ReceiptKind expected;
    private final String actor;
    private final byte[] receipt;

    /** @param accepted whether the caller takes the receipt for an acceptance; a receipt of the other kind is refused */
    public EndExportOfCertificates(String requestId, String exportId, boolean accepted, String actor, byte[] receipt) {
        super(EndExport.class, requestId);
        this.exportId = exportId;
        this.expected = accepted ? ReceiptKind.ACCEPTED : ReceiptKind.REFUSED;
        this.actor = actor;
        this.receipt = receipt.clone();
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        ExchangeReceipt read = read();
        List<StateAndRef<CertificateState>> locked = inOrderOf(read);
        CertificateState first = locked.get(0).getState().getData();
        StateAndRef<ForeignRegistryState> registry = view().foreignRegistry(read.registry())
                .orElseThrow(() ->
                        LedgerRefusal.of(Rule.REGISTRY_IS_KNOWN.isBrokenBy("registry '" + read.registry() + "'")));
        Party host = getServiceHub()
                .getIdentityService()
                .requireWellKnownPartyFromAnonymous(new AnonymousParty(first.getOwner()));
        TransactionBuilder builder = builder().addReferenceState(registry.referenced());
        List<CertificateBundle> lines = new ArrayList<>();
        for (StateAndRef<CertificateState> each : locked) {
            CertificateState state = each.getState().getData();
            builder.addInputState(each);
            lines.add(state.certificate());
            if (expected == ReceiptKind.REFUSED) {
                builder.addOutputState(state.activeOf(state.getOwner()));
            }
        }
        if (expected == ReceiptKind.ACCEPTED) {
            CertificateEnd end = new CertificateEnd(EndKind.EXPORTED, requestId(), lines);
            builder.addOutputState(new EndState(end.encode(), first.getIssuer()));
        }
        builder.addCommand(
                new EndExport(requestId(), actor, receipt), first.getIssuer().getOwningKey());
        return LedgerDraft.of(builder, parties().others(host), first.getIssuer().getOwningKey());
    }

    private ExchangeReceipt read() throws LedgerRefusal {
        ExchangeReceipt read;
        try {
            read = Receipts.read(receipt);
        } catch (IllegalArgumentException e) {
            throw LedgerRefusal.of(Rule.RECEIPT_IS_SIGNED.isBrokenBy(e.getMessage()));
        }
        if (read.kind() != expected || !read.reference().equals(exportId)) {
            throw LedgerRefusal.of(Rule.RECEIPT_FITS_EXPORT.isBrokenBy(read.kind() + " of " + read.reference()));
        }
        return read;
    }

    /** The locked certificates in the order in which the receipt names them. */
    @Suspendable
    private List<StateAndRef<CertificateState>> inOrderOf(ExchangeReceipt read) throws FlowException {
        List<StateAndRef<CertificateState>> locked = new ArrayList<>(
                subFlow(new AskWhatIsIssued(parties().regulator(), IssuedFromQuery.lockedUnder(exportId))));
        if (locked.isEmpty()) {
            throw LedgerRefusal.of(Rule.EXPORT_IS_PENDING.isBrokenBy("no export '" + exportId + "' is pending"));
        }
        locked.sort(Comparator.comparingInt(
                state -> read.lines().indexOf(state.getState().getData().certificate())));
        return locked;
    }

    @Override
    String result(SignedTransaction recorded) {
        return text(recorded.getId());
    }
}
