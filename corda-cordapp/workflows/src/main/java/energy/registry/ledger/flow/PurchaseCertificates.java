package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.Price;
import energy.registry.domain.energy.WattHours;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.Purchase;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CertificateStatus;
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
        List<Long> quantities = new ArrayList<>();
        Map<PublicKey, Long> changes = new LinkedHashMap<>();
        changes.put(buyer.getKey(), 0L);
        for (CertificateQuantity item : CertificateItems.distinct(items)) {
            StateAndRef<CertificateState> offer = view().certificate(item.getCertificateId());
            CertificateState state = offer.getState().getData();
            long quantity = CertificateItems.quantity(item, state.certificate());
            take(builder, buyer, offer, quantity);
            quantities.add(quantity);
            long price = price(state.getTerms(), quantity);
            changes.merge(state.getOwner(), price, Math::addExact);
            changes.merge(buyer.getKey(), -price, Math::addExact);
        }
        long total = -changes.get(buyer.getKey());
        if (total > maxTotalMinor) {
            throw LedgerRefusal.of(Rule.TOTAL_IS_WITHIN_LIMIT.isBrokenBy(total + " above " + maxTotalMinor));
        }
        settle(builder, changes, buyer);
        builder.addCommand(new Purchase(requestId(), buyer.getKey(), quantities), buyer.getKey());
        return LedgerDraft.of(builder, parties().others(buyer.getIssuingBody()), buyer.getKey());
    }

    private void take(
            TransactionBuilder builder, AccountState buyer, StateAndRef<CertificateState> offer, long quantity)
            throws LedgerRefusal {
        CertificateState state = offer.getState().getData();
        CertificateBundle bundle = state.certificate();
        if (state.getStatus() != CertificateStatus.OFFERED) {
            throw LedgerRefusal.of(
                    Rule.CERTIFICATE_IS_OFFERED.isBrokenBy(bundle.certificateId() + " is " + state.getStatus()));
        }
        if (!state.getTerms().getCurrency().equals(currency)) {
            throw LedgerRefusal.of(Rule.MONEY_IS_OF_AGREED_AGENT.isBrokenBy(
                    "offered in " + state.getTerms().getCurrency() + ", not " + currency));
        }
        if (state.getOwner().equals(buyer.getKey())) {
            throw LedgerRefusal.of(Rule.BUYER_IS_NOT_SELLER.isBrokenBy(bundle.certificateId()));
        }
        WattHours part = WattHours.of(quantity);
        builder.addInputState(offer)
                .addOutputState(state.withBundle(bundle.first(part)).activeOf(buyer.getKey()));
        long rest = bundle.quantity().toLong() - quantity;
        if (rest > 0) {
            builder.addOutputState(state.withBundle(bundle.after(part))
                    .offeredUnder(state.getTerms().forRestOf(rest)));
        }
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

    private static long price(OfferTerms terms, long quantityWh) {
        return Price.ofMinorPerMegawattHour(terms.getPriceMinorPerMwh()).of(WattHours.of(quantityWh));
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
                long quantity = command.getQuantitiesWh().get(item++);
                long price = price(offer.getTerms(), quantity);
                total = Math.addExact(total, price);
                bought.add(new PurchasedCertificate(
                        offer.certificate().first(WattHours.of(quantity)).certificateId(), quantity, price));
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
