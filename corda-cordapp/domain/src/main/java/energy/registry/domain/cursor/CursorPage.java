package energy.registry.domain.cursor;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A few cursors that live and change together in one ledger state, in order of their registration. */
public final class CursorPage {
    public static final String TAG = "REC-CURSOR-PAGE-1";

    /** Cursors on a page: a state costs far more than its bytes, and all issues of one page follow each other. */
    public static final int CURSORS_MAX = 32;

    private final int number;
    private final List<MeterCursor> cursors;

    private CursorPage(int number, List<MeterCursor> cursors) {
        if (number < 0 || cursors.size() > CURSORS_MAX) {
            throw new IllegalArgumentException("page " + number + " of " + cursors.size() + " cursors");
        }
        this.number = number;
        this.cursors = Collections.unmodifiableList(new ArrayList<>(cursors));
    }

    public static CursorPage empty(int number) {
        return new CursorPage(number, Collections.emptyList());
    }

    public int number() {
        return number;
    }

    public List<MeterCursor> cursors() {
        return cursors;
    }

    public boolean isFull() {
        return cursors.size() == CURSORS_MAX;
    }

    public Optional<MeterCursor> ofMeter(String meterId) {
        return cursors.stream()
                .filter(cursor -> cursor.terms().meterId().equals(meterId))
                .findFirst();
    }

    public CursorPage plus(MeterCursor cursor) {
        List<MeterCursor> more = new ArrayList<>(cursors);
        more.add(cursor);
        return new CursorPage(number, more);
    }

    /** The page with {@code next} in the place of the cursor of the same meter. */
    public CursorPage with(MeterCursor next) {
        List<MeterCursor> changed = new ArrayList<>(cursors.size());
        for (MeterCursor cursor : cursors) {
            changed.add(cursor.terms().meterId().equals(next.terms().meterId()) ? next : cursor);
        }
        return new CursorPage(number, changed);
    }

    public byte[] encode() {
        CanonicalWriter out = new CanonicalWriter(TAG).i32(number).i32(cursors.size());
        cursors.forEach(cursor -> out.bytes(cursor.encode()));
        return out.toBytes();
    }

    public static CursorPage decode(byte[] record) {
        CanonicalReader in = new CanonicalReader(TAG, record);
        int number = in.i32("number");
        int count = in.count("cursors", CURSORS_MAX);
        List<MeterCursor> cursors = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            cursors.add(MeterCursor.decode(in.bytes("cursor")));
        }
        in.end();
        return new CursorPage(number, cursors);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CursorPage && Arrays.equals(encode(), ((CursorPage) other).encode());
    }

    @Override
    public int hashCode() {
        return number;
    }
}
