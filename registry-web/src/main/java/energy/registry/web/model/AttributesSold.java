package energy.registry.web.model;

/**
 * Who may still claim a plant's energy: what its owner keeps, what others hold, and what is claimed for a beneficiary. A plant whose
 * attributes are sold is no longer "green" by itself: its owner must not claim them a second time.
 */
public record AttributesSold(long keptWh, long soldWh, long retiredWh) {
    public static final AttributesSold NONE = new AttributesSold(0, 0, 0);

    public long allWh() {
        return keptWh + soldWh + retiredWh;
    }

    /** What left the owner's hands, in per mille. */
    public int goneMille() {
        return allWh() == 0 ? 0 : (int) ((soldWh + retiredWh) * 1_000 / allWh());
    }
}
