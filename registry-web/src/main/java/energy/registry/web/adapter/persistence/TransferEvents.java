package energy.registry.web.adapter.persistence;

import energy.registry.web.model.LedgerEvent;
import jakarta.persistence.EntityManager;

/** What proposing and ending a transfer does; the bundles themselves change by their own events. */
final class TransferEvents {
    private TransferEvents() {}

    static void proposed(EntityManager entities, LedgerEvent event, Facts facts) {
        TransferEntity transfer = new TransferEntity();
        transfer.transferId = facts.text("transferId");
        transfer.seq = event.seq();
        transfer.sender = facts.text("sender");
        transfer.receiver = facts.text("receiver");
        transfer.quantityWh = facts.number("quantityWh");
        transfer.until = facts.instant("until");
        transfer.reference = facts.textOr("reference", "");
        transfer.outcome = TransferEntity.PENDING;
        transfer.reason = "";
        transfer.proposedAt = event.at();
        transfer.txId = event.txId();
        for (Facts line : facts.parts("lines")) {
            transfer.lines.add(new TransferEntity.Part(
                    line.text("certificateId"), line.number("serialFrom"), line.number("serialTo")));
        }
        entities.persist(transfer);
    }

    static void ended(EntityManager entities, LedgerEvent event, Facts facts) {
        TransferEntity transfer = entities.find(TransferEntity.class, facts.text("transferId"));
        if (transfer == null) {
            throw new IllegalStateException(
                    "The feed ends a transfer that it never proposed: " + facts.text("transferId"));
        }
        transfer.outcome = facts.text("outcome");
        transfer.reason = facts.textOr("reason", "");
        transfer.endedAt = event.at();
        transfer.txId = event.txId();
    }
}
