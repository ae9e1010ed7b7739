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
import energy.registry.ledger.state.ControlState;
import energy.registry.ledger.state.MoneyState;
import energy.registry.ledger.state.OfferTerms;
import energy.registry.ledger.state.ProceedsState;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TransactionResolutionException;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
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

    /** The offers' issues and the buyer's money: ten buyers of one offer go one after the other. */
    @Suspendable
    @Override
    List<String> contended() throws FlowException {
        List<String> wanted = new ArrayList<>();
        for (CertificateQuantity item : items) {
            OpenOffer.find(view(), item)
                    .ifPresent(offer -> wanted.add(offer.getState()
                            .getData()
                            .certificate()
                            .issuance()
                            .claimId()
                            .toString()));
        }
        wanted.add("money of " + accountId + " in " + currency);
        return wanted;
    }

    @Override
    boolean answersWhenRecordedHere() {
        return true;
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        StateAndRef<ControlState> control = control();
        AccountState buyer = view().account(accountId).getState().getData();
        TransactionBuilder builder = builder();
        List<SerialRange> pieces = new ArrayList<>();
        Set<StateRef> taken = new HashSet<>();
        Map<PublicKey, Long> prices = new LinkedHashMap<>();
        for (CertificateQuantity item : CertificateItems.distinct(items)) {
            StateAndRef<CertificateState> offer = offer(item)
                    .orElseThrow(() ->
                            LedgerRefusal.of(Rule.CERTIFICATE_EXISTS.isBrokenBy("'" + item.getCertificateId() + "'")));
            if (!taken.add(offer.getRef())) {
                throw LedgerRefusal.of(Rule.STATES_ARE_EXPECTED.isBrokenBy(
                        item.getCertificateId() + " and another item are of one offer; buy one after the other"));
            }
            CertificateState state = offer.getState().getData();
            SerialRange piece = CertificateItems.piece(item, state.certificate());
            long price = price(take(builder, buyer, offer, piece), piece);
            pieces.add(piece);
            prices.merge(state.getOwner(), price, Math::addExact);
        }
        long total = prices.values().stream().reduce(0L, Math::addExact);
        if (total > maxTotalMinor) {
            throw LedgerRefusal.of(Rule.TOTAL_IS_WITHIN_LIMIT.isBrokenBy(total + " above " + maxTotalMinor));
        }
        pay(builder, buyer, total);
        give(builder, buyer, prices);
        builder.addReferenceState(control.referenced())
                .addCommand(new Purchase(requestId(), buyer.getKey(), pieces), buyer.getKey());
        List<Party> hosts = new ArrayList<>();
        hosts.add(buyer.getIssuingBody());
        for (PublicKey seller : prices.keySet()) {
            hosts.add(hostOf(seller));
        }
        return LedgerDraft.of(builder, parties().others(hosts.toArray(new Party[0])), buyer.getKey());
    }

    /** Of this node's own, or what another node has offered. */
    @Suspendable
    private Optional<StateAndRef<CertificateState>> offer(CertificateQuantity item) throws FlowException {
        Optional<StateAndRef<CertificateState>> own = OpenOffer.find(view(), item);
        return own.isPresent() ? own : askRegulator(CertificateState.class, StateQuery.offer(item));
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

    @Suspendable
    private void pay(TransactionBuilder builder, AccountState buyer, long total) throws FlowException {
        Purse purse = Purse.withAtLeast(total, this, accountId, buyer.getKey(), currency);
        long balance = purse.sum() - total;
        if (balance < 0) {
            throw LedgerRefusal.of(Rule.MONEY_IS_POSITIVE.isBrokenBy(
                    "account '" + accountId + "' lacks " + -balance + " minor units of " + currency));
        }
        purse.addTo(builder);
        builder.addOutputState(new MoneyState(buyer.getKey(), currency, balance, buyer.getIssuingBody()));
    }

    /** What each seller earns is a state of its own. */
    private void give(TransactionBuilder builder, AccountState buyer, Map<PublicKey, Long> prices) {
        prices.forEach((seller, price) -> {
            if (price > 0) {
                String number = ProceedsState.numberOf(requestId(), buyer.getKey(), seller);
                builder.addOutputState(new ProceedsState(number, seller, currency, price, buyer.getIssuingBody()));
            }
        });
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
