package energy.registry.web.model;

/** One offer in a basket as it stands now; {@code trouble} says why it cannot be bought any more, else it is empty. */
public record BasketLine(
        String certificateId, long quantityWh, CertificateRow offered, long priceMinor, String trouble) {
    public boolean buyable() {
        return trouble.isEmpty();
    }
}
