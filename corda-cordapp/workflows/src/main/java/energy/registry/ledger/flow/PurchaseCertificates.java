package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.certificate.Price;
import energy.registry.domain.energy.WattHours;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.Pieces;
import energy.registry.ledger.contract.Purchase;
import energy.registry.ledger.contract.SerialRange;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.MoneyState;
import energy.registry.ledger.state.OfferTerms;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TransactionResolutionException;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;

/** Buys from offers: certificates to the account, money to the sellers, in one transaction. */
@StartableByRPC
public final class PurchaseCertificates extends LedgerFlow<PurchasedCertificates> {
    private final String accountId;
    private final List<CertificateQuantity> items;
    private final long maxTotalMinor;
    private final String currency;

    public PurchaseCertificates(
            String requestId, String accountId, List<CertificateQuantity> items, long maxTotalMinor, String currency) {
        super(Purchase.class, requestId);
        this.accountId = accountId;
        this.items = new ArrayList<>(items);
        this.maxTotalMinor = maxTotalMinor;
        this.currency = currency;
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        AccountState buyer = view().account(accountId).getState().getData();
        TransactionBuilder builder = builder();
        List<SerialRange> pieces = new ArrayList<>();
        Map<PublicKey, Long> changes = new LinkedHashMap<>();
        changes.put(buyer.getKey(), 0L);
        for (CertificateQuantity item : CertificateItems.distinct(items)) {
            StateAndRef<CertificateState> offer = view().certificate(item.getCertificateId());
            CertificateState state = offer.getState().getData();
            SerialRange piece = CertificateItems.piece(item, state.certificate());
            long price = price(take(builder, buyer, offer, piece), piece);
            pieces.add(piece);
            changes.merge(state.getOwner(), price, Math::addExact);
            changes.merge(buyer.getKey(), -price, Math::addExact);
        }
        long total = -changes.get(buyer.getKey());
        if (total > maxTotalMinor) {
            throw LedgerRefusal.of(Rule.TOTAL_IS_WITHIN_LIMIT.isBrokenBy(total + " above " + maxTotalMinor));
        }
        settle(builder, changes, buyer);
        builder.addReferenceState(view().control().referenced())
                .addCommand(new Purchase(requestId(), buyer.getKey(), pieces), buyer.getKey());
        return LedgerDraft.of(builder, parties().others(buyer.getIssuingBody()), buyer.getKey());
    }

    /** Takes the piece and says on what terms. */
    private OfferTerms take(
            TransactionBuilder builder, AccountState buyer, StateAndRef<CertificateState> offer, SerialRange piece)
            throws LedgerRefusal {
        CertificateState state = offer.getState().getData();
        String id = state.certificate().certificateId();
        OfferTerms terms = state.offer()
                .orElseThrow(
                        () -> LedgerRefusal.of(Rule.CERTIFICATE_IS_OFFERED.isBrokenBy(id + " is " + state.status())));
        if (!terms.getCurrency().equals(currency)) {
            throw LedgerRefusal.of(Rule.MONEY_IS_OF_AGREED_AGENT.isBrokenBy(
                    "offered in " + terms.getCurrency() + ", not " + currency));
        }
        if (state.getOwner().equals(buyer.getKey())) {
            throw LedgerRefusal.of(Rule.BUYER_IS_NOT_SELLER.isBrokenBy(id));
        }
        builder.addInputState(offer).addOutputState(Pieces.piece(state, piece).activeOf(buyer.getKey()));
        Pieces.rests(state, piece).forEach(builder::addOutputState);
        return terms;
    }

    private void settle(TransactionBuilder builder, Map<PublicKey, Long> changes, AccountState buyer)
            throws LedgerRefusal {
        for (Map.Entry<PublicKey, Long> change : changes.entrySet()) {
            long balance = change.getValue();
            for (StateAndRef<MoneyState> money : view().money(change.getKey(), currency)) {
                builder.addInputState(money);
                balance = Math.addExact(balance, money.getState().getData().getAmountMinor());
            }
            if (balance < 0) {
                throw LedgerRefusal.of(Rule.MONEY_IS_POSITIVE.isBrokenBy(
                        "account '" + accountId + "' lacks " + -balance + " minor units of " + currency));
            }
            builder.addOutputState(new MoneyState(change.getKey(), currency, balance, buyer.getIssuingBody()));
        }
    }

    private static long price(OfferTerms terms, SerialRange piece) {
        return Price.ofMinorPerMegawattHour(terms.getPriceMinorPerMwh()).of(WattHours.of(piece.quantityWh()));
    }

    @Override
    PurchasedCertificates result(SignedTransaction recorded) throws FlowException {
        Purchase command = CertificateItems.command(recorded, Purchase.class);
        List<PurchasedCertificate> bought = new ArrayList<>();
        long total = 0;
        int item = 0;
        for (StateRef input : recorded.getInputs()) {
            Object state = before(input);
            if (state instanceof CertificateState) {
                CertificateState offer = (CertificateState) state;
                SerialRange piece = command.getPieces().get(item++);
                long price = price(offer.offer().get(), piece);
                total = Math.addExact(total, price);
                bought.add(new PurchasedCertificate(
                        Pieces.piece(offer, piece).certificate().certificateId(), piece.quantityWh(), price));
            }
        }
        return new PurchasedCertificates(text(recorded.getId()), total, bought);
    }

    private Object before(StateRef input) throws FlowException {
        try {
            return getServiceHub().loadState(input).getData();
        } catch (TransactionResolutionException e) {
            throw new FlowException("a recorded transaction's inputs are recorded too", e);
        }
    }
}
