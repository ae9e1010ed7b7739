package energy.registry.vision.rotor;

/** The fast Fourier transform of a length that is a power of two. */
final class Fourier {
    private final int size;
    private final float[] cos;
    private final float[] sin;
    private final int[] reversed;

    Fourier(int size) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("size " + size + " is no power of two");
        }
        this.size = size;
        cos = new float[size / 2];
        sin = new float[size / 2];
        for (int i = 0; i < size / 2; i++) {
            cos[i] = (float) Math.cos(2 * Math.PI * i / size);
            sin[i] = (float) -Math.sin(2 * Math.PI * i / size);
        }
        reversed = new int[size];
        int bits = Integer.numberOfTrailingZeros(size);
        for (int i = 0; i < size; i++) {
            reversed[i] = bits == 0 ? 0 : Integer.reverse(i) >>> 32 - bits;
        }
    }

    void transform(float[] re, float[] im) {
        for (int i = 0; i < size; i++) {
            int j = reversed[i];
            if (j > i) {
                float swap = re[i];
                re[i] = re[j];
                re[j] = swap;
                swap = im[i];
                im[i] = im[j];
                im[j] = swap;
            }
        }
        for (int half = 1; half < size; half *= 2) {
            butterflies(re, im, half);
        }
    }

    private void butterflies(float[] re, float[] im, int half) {
        int stride = size / (2 * half);
        for (int start = 0; start < size; start += 2 * half) {
            for (int k = 0; k < half; k++) {
                float c = cos[k * stride];
                float s = sin[k * stride];
                int low = start + k;
                int high = low + half;
                float r = re[high] * c - im[high] * s;
                float i = re[high] * s + im[high] * c;
                re[high] = re[low] - r;
                im[high] = im[low] - i;
                re[low] += r;
                im[low] += i;
            }
        }
    }
}
