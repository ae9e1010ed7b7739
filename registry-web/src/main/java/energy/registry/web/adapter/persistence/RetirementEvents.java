package energy.registry.web.adapter.persistence;

import energy.registry.web.model.LedgerEvent;
import jakarta.persistence.EntityManager;

/** A retirement as its event tells it, without its lines. */
final class RetirementEvents {
    private RetirementEvents() {}

    static RetirementEntity retirement(LedgerEvent event, Facts facts) {
        RetirementEntity retirement = new RetirementEntity();
        retirement.statementNo = facts.text("statementNo");
        retirement.seq = event.seq();
        retirement.retirementId = facts.textOr("retirementId", "");
        retirement.owner = facts.text("owner");
        retirement.quantityWh = facts.number("quantityWh");
        retirement.retiredAt = facts.instant("retiredAt");
        retirement.txId = event.txId();
        claim(retirement, facts);
        return retirement;
    }

    private static void claim(RetirementEntity retirement, Facts facts) {
        Facts beneficiary = facts.part("beneficiary");
        retirement.beneficiaryName = beneficiary.text("name");
        retirement.beneficiaryId = beneficiary.textOr("id", "");
        retirement.beneficiaryCountry = beneficiary.textOr("country", "");
        retirement.beneficiaryLocation = beneficiary.textOr("location", "");
        retirement.purpose = facts.textOr("purpose", "");
        retirement.mainReason = facts.textOr("mainReason", "");
        retirement.periodStart = facts.instantOrNull("periodStart");
        retirement.periodEnd = facts.instantOrNull("periodEnd");
        retirement.onBehalfOf = facts.textOr("onBehalfOf", "");
        retirement.note = facts.textOr("note", "");
    }

    /** The statement stays, and says for good that it was taken back. */
    static void reversed(EntityManager entities, LedgerEvent event, Facts facts) {
        RetirementEntity retirement = entities.find(RetirementEntity.class, facts.text("statementNo"));
        if (retirement == null) {
            throw new IllegalStateException(
                    "The feed reverses a retirement it never told: " + facts.text("statementNo"));
        }
        retirement.reversedAt = event.at();
        retirement.reversedWhy = facts.textOr("reason", "");
    }
}
