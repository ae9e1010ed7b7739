package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.certificate.Allocation;
import energy.registry.domain.certificate.Beneficiary;
import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.MainReason;
import energy.registry.domain.certificate.Retirement;
import energy.registry.domain.certificate.RetirementPurpose;
import energy.registry.domain.certificate.StatementNumber;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.Pieces;
import energy.registry.ledger.contract.Retire;
import energy.registry.ledger.contract.SerialRange;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.RetirementState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.TransactionState;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;

/** Takes certificates of an account out of circulation for a beneficiary; what is not retired stays active. */
@StartableByRPC
public final class RetireCertificates extends LedgerFlow<RetiredCertificates> {
    private final String accountId;
    private final List<CertificateQuantity> items;
    private final RetirementRequest request;
    private final List<SharedOut> shares;

    public RetireCertificates(
            String requestId, String accountId, List<CertificateQuantity> items, RetirementRequest request) {
        this(requestId, accountId, items, request, new ArrayList<>());
    }

    /** @param shares how it is shared out among end users; may be empty */
    public RetireCertificates(
            String requestId,
            String accountId,
            List<CertificateQuantity> items,
            RetirementRequest request,
            List<SharedOut> shares) {
        super(Retire.class, requestId);
        this.shares = new ArrayList<>(shares);
        this.accountId = accountId;
        this.items = new ArrayList<>(items);
        this.request = request;
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        AccountState owner = view().account(accountId).getState().getData();
        TransactionBuilder builder = builder();
        List<SerialRange> pieces = new ArrayList<>();
        List<CertificateBundle> lines = new ArrayList<>();
        for (CertificateQuantity item : CertificateItems.distinct(items)) {
            StateAndRef<CertificateState> found = view().certificate(item.getCertificateId(), owner.getKey());
            CertificateState state = found.getState().getData();
            CertificateBundle bundle = state.certificate();
            CertificateItems.requireActive(state);
            SerialRange piece = CertificateItems.piece(item, bundle);
            pieces.add(piece);
            lines.add(bundle.between(piece.getFromWh(), piece.getToWh()));
            builder.addInputState(found);
            Pieces.rests(state, piece).forEach(builder::addOutputState);
        }
        Retirement retirement = new Retirement(requestId(), accountId, now().getEpochSecond(), purpose(), lines);
        builder.addOutputState(new RetirementState(
                        retirement.encode(), owner.getKey(), allocation().encode()))
                .addReferenceState(view().control().referenced())
                .addCommand(new Retire(requestId(), pieces), owner.getKey());
        return LedgerDraft.of(builder, parties().others(), owner.getKey());
    }

    private Allocation allocation() throws LedgerRefusal {
        List<Allocation.Share> all = new ArrayList<>();
        for (SharedOut share : shares) {
            all.add(new Allocation.Share(
                    new Beneficiary(share.getName(), share.getId(), share.getCountry(), ""),
                    share.getDeviceId(),
                    share.getSerialFrom(),
                    share.getSerialFrom() + share.getQuantityWh()));
        }
        try {
            return new Allocation(all);
        } catch (IllegalArgumentException e) {
            throw LedgerRefusal.of(Rule.ALLOCATION_FITS_RETIREMENT.isBrokenBy(e.getMessage()));
        }
    }

    private RetirementPurpose purpose() throws LedgerRefusal {
        try {
            return new RetirementPurpose(
                    new Beneficiary(
                            request.getBeneficiaryName(),
                            request.getBeneficiaryId(),
                            request.getBeneficiaryCountry(),
                            request.getBeneficiaryLocation()),
                    request.getPurpose(),
                    MainReason.valueOf(request.getMainReason()),
                    period(request.getPeriodStart(), request.getPeriodEnd()),
                    request.getOnBehalfOf(),
                    request.getNote());
        } catch (IllegalArgumentException e) {
            throw LedgerRefusal.of(Rule.RETIREMENT_IS_COMPLETE.isBrokenBy(e.getMessage()));
        }
    }

    private static ProductionPeriod period(Instant start, Instant end) {
        return ProductionPeriod.between(start.getEpochSecond(), end.getEpochSecond());
    }

    @Override
    RetiredCertificates result(SignedTransaction recorded) {
        List<TransactionState<ContractState>> outputs = recorded.getTx().getOutputs();
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.get(i).getData() instanceof RetirementState) {
                Retirement retirement = ((RetirementState) outputs.get(i).getData()).record();
                String txId = text(recorded.getId());
                return new RetiredCertificates(
                        StatementNumber.of(Digest.parse(txId), i),
                        retirement.id().toString(),
                        txId,
                        retirement.quantity().toLong());
            }
        }
        throw new IllegalStateException(recorded.getId() + " retires nothing");
    }
}
