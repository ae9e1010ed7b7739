package energy.registry.ledger.contract;

/** Books energy that was issued too much for a time as the meter's debt; times are UTC. */
public final class Correct implements RegistryCommand {
    private final String requestId;
    private final String actor;
    private final String reason;
    private final String meterId;
    private final long startEpochSecond;
    private final long endEpochSecond;
    private final long overIssuedWh;

    public Correct(
            String requestId,
            String actor,
            String reason,
            String meterId,
            long startEpochSecond,
            long endEpochSecond,
            long overIssuedWh) {
        this.requestId = requestId;
        this.actor = actor;
        this.reason = reason;
        this.meterId = meterId;
        this.startEpochSecond = startEpochSecond;
        this.endEpochSecond = endEpochSecond;
        this.overIssuedWh = overIssuedWh;
    }

    @Override
    public String getRequestId() {
        return requestId;
    }

    public String getActor() {
        return actor;
    }

    public String getReason() {
        return reason;
    }

    public String getMeterId() {
        return meterId;
    }

    public long getStartEpochSecond() {
        return startEpochSecond;
    }

    public long getEndEpochSecond() {
        return endEpochSecond;
    }

    public long getOverIssuedWh() {
        return overIssuedWh;
    }
}
