package energy.registry.web.model;

/** Above which amounts an organisation wants a second person; 0 never wants one. Money in minor units of the currency. */
public record ApprovalLimits(long purchaseMinor, String currency, long retirementWh) {
    public static final ApprovalLimits NONE = new ApprovalLimits(0, "EUR", 0);

    public boolean none() {
        return purchaseMinor == 0 && retirementWh == 0;
    }

    /** True when nothing passes these limits that would not pass the others too. */
    public boolean atLeastAsStrictAs(ApprovalLimits other) {
        return stricter(purchaseMinor, other.purchaseMinor)
                && stricter(retirementWh, other.retirementWh)
                && (other.purchaseMinor == 0 || currency.equals(other.currency));
    }

    private static boolean stricter(long mine, long theirs) {
        return theirs == 0 || (mine > 0 && mine <= theirs);
    }
}
