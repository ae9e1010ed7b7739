package energy.registry.ledger.flow;

import energy.registry.domain.certificate.Allocation;
import energy.registry.domain.certificate.Beneficiary;
import energy.registry.domain.certificate.MainReason;
import energy.registry.domain.certificate.RetirementPurpose;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** A request's words for whom and why, as the records of the kernel; what cannot be one is refused by its rule. */
final class RetirementTerms {
    private RetirementTerms() {}

    static RetirementPurpose purpose(RetirementRequest request) throws LedgerRefusal {
        try {
            return new RetirementPurpose(
                    new Beneficiary(
                            request.getBeneficiaryName(),
                            request.getBeneficiaryId(),
                            request.getBeneficiaryCountry(),
                            request.getBeneficiaryLocation()),
                    request.getPurpose(),
                    MainReason.valueOf(request.getMainReason()),
                    ProductionPeriod.between(
                            request.getPeriodStart().getEpochSecond(),
                            request.getPeriodEnd().getEpochSecond()),
                    request.getOnBehalfOf(),
                    request.getNote());
        } catch (IllegalArgumentException e) {
            throw LedgerRefusal.of(Rule.RETIREMENT_IS_COMPLETE.isBrokenBy(e.getMessage()));
        }
    }

    static Allocation allocation(List<SharedOut> shares) throws LedgerRefusal {
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
}
