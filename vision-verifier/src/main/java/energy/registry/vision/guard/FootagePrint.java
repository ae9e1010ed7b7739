package energy.registry.vision.guard;

import energy.registry.vision.footage.GreyFrame;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * What a clip shows from half second to half second, as changes of 8 x 6 cells outside the rotor. Encoders, scales and cuts
 * at the ends leave it alike; two clips of one camera differ in it, for clouds and grass never move twice the same way.
 */
public final class FootagePrint {
    /** Correlation above which two clips show the same footage. */
    public static final double ALIKE_MIN = 0.6;

    private static final int COLUMNS = 8;
    private static final int ROWS = 6;
    private static final int CELLS = COLUMNS * ROWS;
    private static final double STEP_SECONDS = 0.5;

    /** Steps that two clips have in common, at least: six seconds. */
    private static final int COMMON_MIN = 12;

    private static final int STEPS_MAX = 120;

    /** Sixteenths of a grey level, root mean square, below which nothing moved that could return. */
    private static final double STILL = 3;

    private static final int SIXTEENTHS = 16;

    private final byte[] changes;
    private final boolean[] seen;

    private FootagePrint(byte[] changes, boolean[] seen) {
        this.changes = changes;
        this.seen = seen;
    }

    public static FootagePrint of(List<GreyFrame> frames, Optional<RotorDisc> rotor) {
        boolean[] seen = new boolean[CELLS];
        GreyFrame first = frames.get(0);
        for (int cell = 0; cell < CELLS; cell++) {
            double x = (cell % COLUMNS + 0.5) * first.width() / COLUMNS;
            double y = (cell / COLUMNS + 0.5) * first.height() / ROWS;
            seen[cell] = rotor.isEmpty() || !rotor.get().holds(x, y);
        }
        ByteBuffer changes = ByteBuffer.allocate(STEPS_MAX * CELLS);
        double[] before = means(first);
        double due = first.timestampMicros() / 1e6 + STEP_SECONDS;
        for (GreyFrame frame : frames) {
            if (frame.timestampMicros() / 1e6 >= due && changes.hasRemaining()) {
                double[] now = means(frame);
                double whole = 0;
                for (int cell = 0; cell < CELLS; cell++) {
                    whole += (now[cell] - before[cell]) / CELLS;
                }
                for (int cell = 0; cell < CELLS; cell++) {
                    double change = SIXTEENTHS * (now[cell] - before[cell] - whole);
                    changes.put((byte) Math.max(-127, Math.min(127, Math.round(change))));
                }
                before = now;
                due += STEP_SECONDS;
            }
        }
        byte[] kept = new byte[changes.position()];
        changes.flip().get(kept);
        return new FootagePrint(kept, seen);
    }

    private static double[] means(GreyFrame frame) {
        double[] sums = new double[CELLS];
        int[] counts = new int[CELLS];
        for (int y = 0; y < frame.height(); y++) {
            int row = y * ROWS / frame.height() * COLUMNS;
            for (int x = 0; x < frame.width(); x++) {
                int cell = row + x * COLUMNS / frame.width();
                sums[cell] += frame.at(y * frame.width() + x);
                counts[cell]++;
            }
        }
        for (int cell = 0; cell < CELLS; cell++) {
            sums[cell] /= Math.max(1, counts[cell]);
        }
        return sums;
    }

    /** As it is kept: a byte for each cell that is looked at or not, then the changes. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(CELLS + changes.length);
        for (boolean cell : seen) {
            bytes.put((byte) (cell ? 1 : 0));
        }
        return bytes.put(changes).array();
    }

    public static FootagePrint ofBytes(byte[] bytes) {
        if (bytes.length < CELLS || (bytes.length - CELLS) % CELLS != 0 || bytes.length > CELLS * (STEPS_MAX + 1)) {
            throw new IllegalArgumentException("a print of footage has no " + bytes.length + " bytes");
        }
        boolean[] seen = new boolean[CELLS];
        for (int cell = 0; cell < CELLS; cell++) {
            seen[cell] = bytes[cell] == 1;
        }
        byte[] changes = new byte[bytes.length - CELLS];
        System.arraycopy(bytes, CELLS, changes, 0, changes.length);
        return new FootagePrint(changes, seen);
    }

    /** Largest correlation over all displacements in time, 0 where too little moved or too little is in common. */
    public double likeness(FootagePrint other) {
        int mine = changes.length / CELLS;
        int theirs = other.changes.length / CELLS;
        double greatest = 0;
        for (int lead = COMMON_MIN - theirs; lead <= mine - COMMON_MIN; lead++) {
            int from = Math.max(0, lead);
            int to = Math.min(mine, lead + theirs);
            greatest = Math.max(greatest, correlation(other, from, to, lead));
        }
        return greatest;
    }

    private double correlation(FootagePrint other, int from, int to, int lead) {
        long product = 0;
        long own = 0;
        long others = 0;
        int count = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            if (!seen[cell] || !other.seen[cell]) {
                continue;
            }
            for (int step = from; step < to; step++) {
                int a = changes[step * CELLS + cell];
                int b = other.changes[(step - lead) * CELLS + cell];
                product += (long) a * b;
                own += (long) a * a;
                others += (long) b * b;
                count++;
            }
        }
        boolean still = Math.min(own, others) < STILL * STILL * count;
        return count == 0 || still ? 0 : product / Math.sqrt((double) own * others);
    }
}
