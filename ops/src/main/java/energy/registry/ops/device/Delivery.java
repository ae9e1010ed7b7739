package energy.registry.ops.device;

/**
 * What became of a statement at ingest's door.
 *
 * @param rule the broken rule when refused, else empty
 * @param detail what ingest said about it
 */
public record Delivery(Status status, String rule, String detail) {
    /** ACCEPTED and DUPLICATE both mean: durable at ingest. */
    public enum Status {
        ACCEPTED,
        DUPLICATE,
        REFUSED
    }

    static Delivery of(Status status) {
        return new Delivery(status, "", "");
    }

    public boolean isDurable() {
        return status != Status.REFUSED;
    }
}
