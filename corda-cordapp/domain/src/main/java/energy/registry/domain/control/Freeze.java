package energy.registry.domain.control;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import java.util.Arrays;

/** A device or an account that holds still from one second to another, by whose order and in which case. */
public final class Freeze {
    public static final String TAG = "REC-FREEZE-1";

    /** The end of a freeze that lasts until it is lifted. */
    public static final long OPEN = Long.MAX_VALUE;

    private final String freezeId;
    private final FrozenKind kind;
    private final String subjectId;
    private final String keyId;
    private final Authority by;
    private final String caseNo;
    private final String reason;
    private final long fromEpochSecond;
    private final long untilEpochSecond;

    /**
     * @param subjectId id of the device or the account
     * @param keyId key id of the account; empty for a device
     * @param untilEpochSecond UTC, exclusive, or {@link #OPEN}
     */
    public Freeze(
            String freezeId,
            FrozenKind kind,
            String subjectId,
            String keyId,
            Authority by,
            String caseNo,
            String reason,
            long fromEpochSecond,
            long untilEpochSecond) {
        this.freezeId = freezeId;
        this.kind = kind;
        this.subjectId = subjectId;
        this.keyId = keyId;
        this.by = by;
        this.caseNo = caseNo;
        this.reason = reason;
        this.fromEpochSecond = fromEpochSecond;
        this.untilEpochSecond = untilEpochSecond;
    }

    public String freezeId() {
        return freezeId;
    }

    public FrozenKind kind() {
        return kind;
    }

    public String subjectId() {
        return subjectId;
    }

    public String keyId() {
        return keyId;
    }

    public Authority by() {
        return by;
    }

    public String caseNo() {
        return caseNo;
    }

    public String reason() {
        return reason;
    }

    public long fromEpochSecond() {
        return fromEpochSecond;
    }

    public long untilEpochSecond() {
        return untilEpochSecond;
    }

    public boolean isOpen() {
        return untilEpochSecond == OPEN;
    }

    /** Whether it is still in force at the second. */
    public boolean holdsAt(long epochSecond) {
        return epochSecond < untilEpochSecond;
    }

    /** Whether id, subject, case and reason are there and it ends after it starts. */
    public boolean isComplete() {
        return !freezeId.trim().isEmpty()
                && !subjectId.trim().isEmpty()
                && keyId.isEmpty() == (kind == FrozenKind.DEVICE)
                && !caseNo.trim().isEmpty()
                && !reason.trim().isEmpty()
                && fromEpochSecond < untilEpochSecond;
    }

    public byte[] encode() {
        return new CanonicalWriter(TAG)
                .text(freezeId)
                .u8(kind.ordinal())
                .text(subjectId)
                .text(keyId)
                .u8(by.ordinal())
                .text(caseNo)
                .text(reason)
                .i64(fromEpochSecond)
                .i64(untilEpochSecond)
                .toBytes();
    }

    public static Freeze decode(byte[] record) {
        CanonicalReader in = new CanonicalReader(TAG, record);
        Freeze freeze = new Freeze(
                in.text("freezeId"),
                in.choice("kind", FrozenKind.values()),
                in.text("subjectId"),
                in.text("keyId"),
                in.choice("by", Authority.values()),
                in.text("caseNo"),
                in.text("reason"),
                in.i64("from"),
                in.i64("until"));
        in.end();
        return freeze;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Freeze && Arrays.equals(encode(), ((Freeze) other).encode());
    }

    @Override
    public int hashCode() {
        return freezeId.hashCode();
    }
}
