package energy.registry.domain.storage;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.identity.SigningKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a storage unit was charged with and has not given back. Certificates that charge it leave circulation; what its
 * meter discharges is issued anew, out of the oldest charges first, and never more than they hold times the unit's
 * efficiency. The difference is loss (D25).
 */
public final class StorageAccount {
    public static final String TAG = "REC-STORAGE-1";

    /** Parts of a million in one: the unit that an efficiency is given in. */
    public static final int PPM = 1_000_000;

    /** Charges that are not used up: at 48 bytes each the account stays below 50 kB. */
    public static final int CHARGES_MAX = 1_024;

    private final String deviceId;
    private final SigningKey ownerKey;
    private final int efficiencyPpm;
    private final List<Charge> charges;
    private final long dischargedWh;
    private final long lostWh;

    private StorageAccount(
            String deviceId,
            SigningKey ownerKey,
            int efficiencyPpm,
            List<Charge> charges,
            long dischargedWh,
            long lostWh) {
        if (efficiencyPpm <= 0 || efficiencyPpm > PPM) {
            throw new IllegalArgumentException("efficiency: 1.." + PPM + " ppm, not " + efficiencyPpm);
        }
        if (charges.size() > CHARGES_MAX || dischargedWh < 0 || lostWh < 0) {
            throw new IllegalArgumentException("charges: at most " + CHARGES_MAX + ", sums not negative");
        }
        this.deviceId = deviceId;
        this.ownerKey = ownerKey;
        this.efficiencyPpm = efficiencyPpm;
        this.charges = Collections.unmodifiableList(new ArrayList<>(charges));
        this.dischargedWh = dischargedWh;
        this.lostWh = lostWh;
    }

    /** @param efficiencyPpm what comes out of what went in, in parts of a million */
    public static StorageAccount empty(String deviceId, SigningKey ownerKey, int efficiencyPpm) {
        return new StorageAccount(deviceId, ownerKey, efficiencyPpm, Collections.emptyList(), 0, 0);
    }

    public String deviceId() {
        return deviceId;
    }

    public SigningKey ownerKey() {
        return ownerKey;
    }

    public int efficiencyPpm() {
        return efficiencyPpm;
    }

    /** Charged and not used up, Wh. */
    public long storedWh() {
        return charges.stream().mapToLong(charge -> charge.leftWh).sum();
    }

    /** Issued out of it so far, Wh. */
    public long dischargedWh() {
        return dischargedWh;
    }

    /** Lost on the way so far, Wh. */
    public long lostWh() {
        return lostWh;
    }

    public boolean isFull() {
        return charges.size() == CHARGES_MAX;
    }

    /** @param end digest of the end record that lists the certificates, which tells their serials and hours */
    public StorageAccount charged(Digest end, long wattHours) {
        List<Charge> more = new ArrayList<>(charges);
        more.add(new Charge(end, wattHours));
        return new StorageAccount(deviceId, ownerKey, efficiencyPpm, more, dischargedWh, lostWh);
    }

    /** Energy that has to have been charged for so much to come out: rounded up, so that losses are never too small. */
    public long costOf(long dischargeWh) {
        BigInteger[] parts = BigInteger.valueOf(dischargeWh)
                .multiply(BigInteger.valueOf(PPM))
                .divideAndRemainder(BigInteger.valueOf(efficiencyPpm));
        return parts[0].add(parts[1].signum() == 0 ? BigInteger.ZERO : BigInteger.ONE)
                .longValueExact();
    }

    /** The account after a discharge out of its oldest charges; absent when they do not cover it. */
    public Optional<StorageAccount> discharged(long dischargeWh) {
        long cost = costOf(dischargeWh);
        if (cost > storedWh()) {
            return Optional.empty();
        }
        List<Charge> rest = new ArrayList<>(charges.size());
        long due = cost;
        for (Charge charge : charges) {
            long taken = Math.min(due, charge.leftWh);
            due -= taken;
            if (taken < charge.leftWh) {
                rest.add(new Charge(charge.end, charge.leftWh - taken));
            }
        }
        return Optional.of(new StorageAccount(
                deviceId,
                ownerKey,
                efficiencyPpm,
                rest,
                Math.addExact(dischargedWh, dischargeWh),
                Math.addExact(lostWh, cost - dischargeWh)));
    }

    public byte[] encode() {
        CanonicalWriter out = new CanonicalWriter(TAG)
                .text(deviceId)
                .bytes(ownerKey.encoded())
                .i32(efficiencyPpm)
                .i64(dischargedWh)
                .i64(lostWh)
                .i32(charges.size());
        charges.forEach(charge -> out.digest(charge.end).i64(charge.leftWh));
        return out.toBytes();
    }

    public static StorageAccount decode(byte[] record) {
        CanonicalReader in = new CanonicalReader(TAG, record);
        String deviceId = in.text("deviceId");
        SigningKey ownerKey = SigningKey.of(in.bytes("ownerKey"));
        int efficiency = in.i32("efficiency");
        long discharged = in.i64("discharged");
        long lost = in.i64("lost");
        int count = in.count("charges", CHARGES_MAX);
        List<Charge> charges = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            charges.add(new Charge(in.digest("end"), in.i64("left")));
        }
        in.end();
        return new StorageAccount(deviceId, ownerKey, efficiency, charges, discharged, lost);
    }

    /** What is left of the certificates of one end record. */
    private static final class Charge {
        private final Digest end;
        private final long leftWh;

        Charge(Digest end, long leftWh) {
            if (leftWh <= 0) {
                throw new IllegalArgumentException("charge: " + leftWh + " Wh hold nothing");
            }
            this.end = end;
            this.leftWh = leftWh;
        }
    }
}
