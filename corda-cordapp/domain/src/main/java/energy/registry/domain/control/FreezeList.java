package energy.registry.domain.control;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** All freezes in force, in the order they were ordered. Each owner's command reads it, so that it stays short. */
public final class FreezeList {
    public static final String TAG = "REC-FREEZES-1";

    /** Freezes at a time: at about 200 bytes each the list stays below 30 kB in the memory of each verification. */
    public static final int FREEZES_MAX = 128;

    public static final FreezeList EMPTY = new FreezeList(Collections.emptyList());

    private final List<Freeze> freezes;

    private FreezeList(List<Freeze> freezes) {
        if (freezes.size() > FREEZES_MAX) {
            throw new IllegalArgumentException("freezes: at most " + FREEZES_MAX + ", not " + freezes.size());
        }
        this.freezes = Collections.unmodifiableList(new ArrayList<>(freezes));
    }

    public List<Freeze> freezes() {
        return freezes;
    }

    public boolean isFull() {
        return freezes.size() == FREEZES_MAX;
    }

    public Optional<Freeze> find(String freezeId) {
        return freezes.stream()
                .filter(freeze -> freeze.freezeId().equals(freezeId))
                .findFirst();
    }

    /** The freeze that holds the device at the second. */
    public Optional<Freeze> ofDevice(String deviceId, long epochSecond) {
        return freezes.stream()
                .filter(freeze -> freeze.kind() == FrozenKind.DEVICE)
                .filter(freeze -> freeze.subjectId().equals(deviceId))
                .filter(freeze -> freeze.holdsAt(epochSecond))
                .findFirst();
    }

    /** The freeze that holds the account with the key at the second. */
    public Optional<Freeze> ofKey(String keyId, long epochSecond) {
        return freezes.stream()
                .filter(freeze -> freeze.kind() == FrozenKind.ACCOUNT)
                .filter(freeze -> freeze.keyId().equals(keyId))
                .filter(freeze -> freeze.holdsAt(epochSecond))
                .findFirst();
    }

    /** The list with one more; those that ended before it starts are dropped. */
    public FreezeList plus(Freeze freeze) {
        List<Freeze> more = new ArrayList<>();
        freezes.stream().filter(each -> each.holdsAt(freeze.fromEpochSecond())).forEach(more::add);
        more.add(freeze);
        return new FreezeList(more);
    }

    public FreezeList without(String freezeId) {
        List<Freeze> rest = new ArrayList<>(freezes);
        rest.removeIf(freeze -> freeze.freezeId().equals(freezeId));
        return new FreezeList(rest);
    }

    public byte[] encode() {
        CanonicalWriter out = new CanonicalWriter(TAG).i32(freezes.size());
        freezes.forEach(freeze -> out.bytes(freeze.encode()));
        return out.toBytes();
    }

    public static FreezeList decode(byte[] record) {
        CanonicalReader in = new CanonicalReader(TAG, record);
        int count = in.count("freezes", FREEZES_MAX);
        List<Freeze> freezes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            freezes.add(Freeze.decode(in.bytes("freeze")));
        }
        in.end();
        return new FreezeList(freezes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FreezeList && Arrays.equals(encode(), ((FreezeList) other).encode());
    }

    @Override
    public int hashCode() {
        return freezes.hashCode();
    }
}
