package energy.registry.vision.rotor;

/** The value at a rank, as sorting would put it there, without the sorting (Hoare's quickselect). The array is reordered. */
final class Ranked {
    private Ranked() {}

    static double at(double[] values, int rank) {
        int from = 0;
        int to = values.length - 1;
        while (from < to) {
            double pivot = values[from + (to - from) / 2];
            int low = from;
            int high = to;
            while (low <= high) {
                while (values[low] < pivot) {
                    low++;
                }
                while (values[high] > pivot) {
                    high--;
                }
                if (low <= high) {
                    double swap = values[low];
                    values[low++] = values[high];
                    values[high--] = swap;
                }
            }
            if (rank <= high) {
                to = high;
            } else if (rank >= low) {
                from = low;
            } else {
                return values[rank];
            }
        }
        return values[rank];
    }
}
