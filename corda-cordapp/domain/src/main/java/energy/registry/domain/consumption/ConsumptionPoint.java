package energy.registry.domain.consumption;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.identity.SigningKey;

/** A place where an account draws energy from the grid, and the meter that says how much. */
public final class ConsumptionPoint {
    private final String pointId;
    private final String account;
    private final SigningKey accountKey;
    private final String meterId;
    private final SigningKey meterKey;
    private final int intervalSeconds;
    private final long sinceEpochSecond;

    /**
     * @param pointId the grid's name of the metering point
     * @param account who consumes there
     * @param accountKey the account's key on the ledger
     * @param intervalSeconds the grid of its meter's statements, s
     * @param sinceEpochSecond no earlier consumption is claimed, UTC
     */
    public ConsumptionPoint(
            String pointId,
            String account,
            SigningKey accountKey,
            String meterId,
            SigningKey meterKey,
            int intervalSeconds,
            long sinceEpochSecond) {
        this.pointId = pointId;
        this.account = account;
        this.accountKey = accountKey;
        this.meterId = meterId;
        this.meterKey = meterKey;
        this.intervalSeconds = intervalSeconds;
        this.sinceEpochSecond = sinceEpochSecond;
    }

    public String pointId() {
        return pointId;
    }

    public String account() {
        return account;
    }

    public SigningKey accountKey() {
        return accountKey;
    }

    public String meterId() {
        return meterId;
    }

    public SigningKey meterKey() {
        return meterKey;
    }

    public int intervalSeconds() {
        return intervalSeconds;
    }

    public long sinceEpochSecond() {
        return sinceEpochSecond;
    }

    /** Whether it has all its names, and a grid that meters can have. */
    public boolean isComplete() {
        return !pointId.trim().isEmpty()
                && !account.trim().isEmpty()
                && !meterId.trim().isEmpty()
                && intervalSeconds > 0
                && IntervalStatement.INTERVAL_SECONDS_MAX % intervalSeconds == 0
                && Math.floorMod(sinceEpochSecond, (long) intervalSeconds) == 0;
    }

    void write(CanonicalWriter out) {
        out.text(pointId)
                .text(account)
                .bytes(accountKey.encoded())
                .text(meterId)
                .bytes(meterKey.encoded())
                .i32(intervalSeconds)
                .i64(sinceEpochSecond);
    }

    static ConsumptionPoint read(CanonicalReader in) {
        return new ConsumptionPoint(
                in.text("pointId"),
                in.text("account"),
                SigningKey.of(in.bytes("accountKey")),
                in.text("meterId"),
                SigningKey.of(in.bytes("meterKey")),
                in.i32("intervalSeconds"),
                in.i64("since"));
    }
}
