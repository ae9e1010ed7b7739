package energy.registry.domain.certificate;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * How a retirement is shared out among end users: each share is a range of serials, no watt-hour is in two, and what is
 * not shared out stays with the beneficiary (D12). It is made with the retirement and never changes.
 */
public final class Allocation {
    public static final String TAG = "REC-ALLOCATION-1";

    /** End users of one retirement: at about 150 bytes each the state stays below 80 kB. */
    public static final int SHARES_MAX = 500;

    public static final Allocation NONE = new Allocation(Collections.emptyList());

    private final List<Share> shares;

    public Allocation(List<Share> shares) {
        if (shares.size() > SHARES_MAX) {
            throw new IllegalArgumentException("shares: at most " + SHARES_MAX + ", not " + shares.size());
        }
        this.shares = Collections.unmodifiableList(new ArrayList<>(shares));
    }

    public List<Share> shares() {
        return shares;
    }

    /** Whether every share names its end user and lies in one line, and no two overlap. */
    public boolean fits(Retirement retirement) {
        return shares.stream().allMatch(share -> share.isNamed() && share.isWithin(retirement.lines()))
                && areDisjoint();
    }

    private boolean areDisjoint() {
        List<Share> sorted = new ArrayList<>(shares);
        sorted.sort(Comparator.comparing((Share share) -> share.deviceId).thenComparingLong(share -> share.fromWh));
        for (int i = 1; i < sorted.size(); i++) {
            Share before = sorted.get(i - 1);
            Share after = sorted.get(i);
            if (before.deviceId.equals(after.deviceId) && after.fromWh < before.toWh) {
                return false;
            }
        }
        return true;
    }

    public byte[] encode() {
        CanonicalWriter out = new CanonicalWriter(TAG).i32(shares.size());
        for (Share share : shares) {
            share.endUser.write(out);
            out.text(share.deviceId).i64(share.fromWh).i64(share.toWh);
        }
        return out.toBytes();
    }

    public static Allocation decode(byte[] record) {
        CanonicalReader in = new CanonicalReader(TAG, record);
        int count = in.count("shares", SHARES_MAX);
        List<Share> shares = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            shares.add(new Share(Beneficiary.read(in), in.text("deviceId"), in.i64("from"), in.i64("to")));
        }
        in.end();
        return new Allocation(shares);
    }

    /** Serials {@code [fromWh, toWh)} of a device for one end user. */
    public static final class Share {
        private final Beneficiary endUser;
        private final String deviceId;
        private final long fromWh;
        private final long toWh;

        public Share(Beneficiary endUser, String deviceId, long fromWh, long toWh) {
            this.endUser = endUser;
            this.deviceId = deviceId;
            this.fromWh = fromWh;
            this.toWh = toWh;
        }

        public Beneficiary endUser() {
            return endUser;
        }

        public String deviceId() {
            return deviceId;
        }

        public long fromWh() {
            return fromWh;
        }

        /** Exclusive. */
        public long toWh() {
            return toWh;
        }

        private boolean isNamed() {
            return !endUser.name().trim().isEmpty() && endUser.country().matches("[A-Z]{2}");
        }

        private boolean isWithin(List<CertificateBundle> lines) {
            return fromWh < toWh
                    && lines.stream()
                            .anyMatch(line -> line.deviceId().equals(deviceId)
                                    && line.serialFromWh() <= fromWh
                                    && toWh <= line.serialToWh());
        }
    }
}
