package energy.registry.vision.synthetic;

/** Optical blur: a separable Gaussian that repeats the border. */
final class Blur {
    private final int width;
    private final int height;
    private final float[] kernel;
    private final float[] between;

    Blur(int width, int height, double sigma) {
        this.width = width;
        this.height = height;
        int reach = sigma <= 0 ? 0 : (int) Math.ceil(3 * sigma);
        kernel = new float[reach + 1];
        double sum = 0;
        for (int i = 0; i <= reach; i++) {
            kernel[i] = sigma <= 0 ? 1 : (float) Math.exp(-i * i / (2 * sigma * sigma));
            sum += i == 0 ? kernel[i] : 2 * kernel[i];
        }
        for (int i = 0; i <= reach; i++) {
            kernel[i] /= (float) sum;
        }
        between = new float[kernel.length > 1 ? width * height : 0];
    }

    void apply(float[] plane) {
        if (kernel.length == 1) {
            return;
        }
        pass(plane, between, width, height, 1, width);
        pass(between, plane, height, width, width, 1);
    }

    private void pass(float[] from, float[] to, int length, int lines, int step, int lineStep) {
        for (int line = 0; line < lines; line++) {
            int start = line * lineStep;
            for (int i = 0; i < length; i++) {
                float sum = kernel[0] * from[start + i * step];
                for (int k = 1; k < kernel.length; k++) {
                    int before = Math.max(0, i - k);
                    int after = Math.min(length - 1, i + k);
                    sum += kernel[k] * (from[start + before * step] + from[start + after * step]);
                }
                to[start + i * step] = sum;
            }
        }
    }
}
