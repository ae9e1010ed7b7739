package energy.registry.vision.rotor;

import java.util.Arrays;

/** The pixels of a ring around a place, by offset and angular bin: the stencil of the coarse search. */
final class Disc {
    static final int BINS = 32;

    /** Nearer to the hub than this part of the radius there is nacelle, not blade. */
    static final double INNER = 0.2;

    final int reach;
    final int[] dx;
    final int[] dy;
    final byte[] bin;

    Disc(double radius, double squeeze) {
        reach = (int) Math.floor(radius);
        int side = 2 * reach + 1;
        int[] xs = new int[side * side];
        int[] ys = new int[side * side];
        byte[] bins = new byte[side * side];
        int count = 0;
        for (int y = -reach; y <= reach; y++) {
            for (int x = -reach; x <= reach; x++) {
                double r = Math.hypot(x / squeeze, y) / radius;
                if (r >= INNER && r <= 1) {
                    double turn = Math.atan2(y, x / squeeze) / (2 * Math.PI);
                    xs[count] = x;
                    ys[count] = y;
                    bins[count++] = (byte) Math.floorMod((int) Math.round(turn * BINS), BINS);
                }
            }
        }
        dx = Arrays.copyOf(xs, count);
        dy = Arrays.copyOf(ys, count);
        bin = Arrays.copyOf(bins, count);
    }
}
