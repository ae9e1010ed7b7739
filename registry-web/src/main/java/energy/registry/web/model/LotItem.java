package energy.registry.web.model;

/**
 * So many Wh of one certificate, from a serial on. {@code serialFrom} is null for the certificate's first, so that the piece can be one
 * hour of a day.
 */
public record LotItem(String certificateId, long quantityWh, Long serialFrom) {
    public LotItem(String certificateId, long quantityWh) {
        this(certificateId, quantityWh, null);
    }
}
