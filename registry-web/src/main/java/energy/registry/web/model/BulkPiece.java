package energy.registry.web.model;

/** Serials of a device, half-open, that are to be retired; named so because ids change when a bundle is cut. */
public record BulkPiece(String deviceId, long serialFrom, long serialTo) {
    public long quantityWh() {
        return serialTo - serialFrom;
    }
}
