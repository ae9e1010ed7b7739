package energy.registry.web.adapter.persistence;

import energy.registry.web.model.LedgerEvent;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;

/** What each kind of event does to the read model. An event of a kind not known here is kept in the history and changes nothing else. */
final class EventApplier {
    private final CertificateEvents certificates = new CertificateEvents();

    void apply(EntityManager entities, LedgerEvent event) {
        Facts facts = Facts.of(event.data());
        keep(entities, event, subjects(event, facts));
        switch (event.type()) {
            case "AccountOpened" -> openAccount(entities, event, facts);
            case "DeviceRegistered" -> DeviceEvents.register(entities, event, facts);
            case "CertificateChanged" -> certificates.changed(entities, event, facts);
            case "CertificateConsumed" -> certificates.consumed(entities, event, facts);
            case "CertificateRetired" -> certificates.retired(entities, event, facts);
            case "RetirementReversed" -> RetirementEvents.reversed(entities, event, facts);
            case "CertificateWithdrawn" -> certificates.ended(entities, event, facts, CertificateEntity.WITHDRAWN);
            case "CertificateExpired" -> certificates.ended(entities, event, facts, CertificateEntity.EXPIRED);
            case "CertificateExported" -> certificates.ended(entities, event, facts, CertificateEntity.EXPORTED);
            case "StorageCharged" -> certificates.ended(entities, event, facts, CertificateEntity.STORED);
            case "DeviceChanged" -> DeviceEvents.change(entities, event, facts);
            case "TradeSettled" -> settle(entities, event, facts);
            case "BalanceChanged" ->
                move(entities, event, facts, facts.number("delta"), facts.textOr("cause", "OTHER"));
            case "ProceedsReceived" -> move(entities, event, facts, facts.number("amountMinor"), "SALE");
            case "TransferProposed" -> TransferEvents.proposed(entities, event, facts);
            case "TransferEnded" -> TransferEvents.ended(entities, event, facts);
            default -> {} // kept above
        }
    }

    private static void keep(EntityManager entities, LedgerEvent event, List<String> subjects) {
        EventEntity kept = new EventEntity();
        kept.seq = event.seq();
        kept.txId = event.txId();
        kept.at = event.at();
        kept.type = event.type();
        kept.data = event.data();
        kept.subjects.addAll(subjects);
        entities.persist(kept);
    }

    private static List<String> subjects(LedgerEvent event, Facts facts) {
        List<String> subjects = new ArrayList<>();
        if (facts.has("certificateId")) {
            subjects.add(facts.text("certificateId"));
        }
        if (event.type().equals("CertificateRetired")) {
            facts.parts("lines").forEach(line -> subjects.add(CertificateEvents.lineId(line)));
        }
        return subjects;
    }

    private static void openAccount(EntityManager entities, LedgerEvent event, Facts facts) {
        AccountEntity account = new AccountEntity();
        account.accountId = facts.text("accountId");
        account.name = facts.text("name");
        account.country = facts.textOr("country", "");
        account.roles = Words.join(facts.texts("roles"));
        account.key = facts.textOr("key", "");
        account.openedAt = event.at();
        account.txId = event.txId();
        entities.merge(account);
    }

    private static void settle(EntityManager entities, LedgerEvent event, Facts facts) {
        TradeEntity trade = new TradeEntity();
        trade.seq = event.seq();
        trade.at = event.at();
        trade.txId = event.txId();
        trade.seller = facts.text("seller");
        trade.buyer = facts.text("buyer");
        trade.certificateId = facts.text("certificateId");
        trade.quantityWh = facts.number("quantityWh");
        trade.totalMinor = facts.number("totalMinor");
        trade.currency = facts.text("currency");
        trade.priceMinor = facts.numberOr("priceMinorPerMwh", 0);
        entities.persist(trade);
    }

    /** An account's money is its balance and its proceeds together; the ledger joins them without a change of the sum. */
    private static void move(EntityManager entities, LedgerEvent event, Facts facts, long deltaMinor, String cause) {
        BalanceEntity.Key key = new BalanceEntity.Key(facts.text("accountId"), facts.text("currency"));
        BalanceEntity balance = entities.find(BalanceEntity.class, key);
        if (balance == null) {
            balance = new BalanceEntity();
            balance.key = key;
            entities.persist(balance);
        }
        balance.amountMinor = Math.addExact(balance.amountMinor, deltaMinor);
        if (deltaMinor == 0) {
            return;
        }
        MovementEntity movement = new MovementEntity();
        movement.seq = event.seq();
        movement.accountId = key.accountId();
        movement.currency = key.currency();
        movement.amountMinor = balance.amountMinor;
        movement.deltaMinor = deltaMinor;
        movement.cause = cause;
        movement.at = event.at();
        movement.txId = event.txId();
        entities.persist(movement);
    }
}
