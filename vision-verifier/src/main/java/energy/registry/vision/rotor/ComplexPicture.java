package energy.registry.vision.rotor;

/** A picture of complex amplitudes: how strongly, and at which moment, each pixel swings at one frequency. */
final class ComplexPicture {
    final int width;
    final int height;
    final float[] re;
    final float[] im;
    private float[] modulus;

    ComplexPicture(int width, int height) {
        this.width = width;
        this.height = height;
        this.re = new float[width * height];
        this.im = new float[width * height];
    }

    /** The modulus of every pixel; computed once the picture is complete. */
    float[] modulus() {
        if (modulus == null) {
            float[] values = new float[re.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) Math.sqrt(re[i] * re[i] + im[i] * im[i]);
            }
            modulus = values;
        }
        return modulus;
    }

    /** The mean of every block of 2 x 2 pixels; an odd last row or column is dropped. */
    ComplexPicture halved() {
        ComplexPicture half = new ComplexPicture(Math.max(1, width / 2), Math.max(1, height / 2));
        for (int y = 0; y < half.height; y++) {
            for (int x = 0; x < half.width; x++) {
                int upper = Math.min(2 * y, height - 1) * width + Math.min(2 * x, width - 1);
                int right = 2 * x + 1 < width ? 1 : 0;
                int below = 2 * y + 1 < height ? width : 0;
                int at = y * half.width + x;
                half.re[at] = (re[upper] + re[upper + right] + re[upper + below] + re[upper + below + right]) / 4;
                half.im[at] = (im[upper] + im[upper + right] + im[upper + below] + im[upper + below + right]) / 4;
            }
        }
        return half;
    }
}
