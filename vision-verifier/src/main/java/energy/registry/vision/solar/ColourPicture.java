package energy.registry.vision.solar;

import energy.registry.vision.footage.ColourFrame;
import java.util.List;

/** Red, green and blue, 0 to 255, at half the working size, where every pixel has a colour of its own (ITU-R BT.601). */
final class ColourPicture {
    final int width;
    final int height;
    final float[] red;
    final float[] green;
    final float[] blue;

    private ColourPicture(int width, int height) {
        this.width = width;
        this.height = height;
        red = new float[width * height];
        green = new float[width * height];
        blue = new float[width * height];
    }

    static ColourPicture of(ColourFrame frame) {
        int width = frame.width() / 2;
        int height = frame.height() / 2;
        ColourPicture picture = new ColourPicture(width, height);
        byte[] planes = frame.planes();
        int first = frame.width() * frame.height();
        for (int i = 0; i < width * height; i++) {
            int at = i / width * 2 * frame.width() + i % width * 2;
            int sum = (planes[at] & 255)
                    + (planes[at + 1] & 255)
                    + (planes[at + frame.width()] & 255)
                    + (planes[at + frame.width() + 1] & 255);
            float y = 1.164f * (sum / 4f - 16);
            float u = (planes[first + i] & 255) - 128;
            float v = (planes[first + width * height + i] & 255) - 128;
            picture.red[i] = clipped(y + 1.596f * v);
            picture.green[i] = clipped(y - 0.392f * u - 0.813f * v);
            picture.blue[i] = clipped(y + 2.017f * u);
        }
        return picture;
    }

    private static float clipped(float level) {
        return Math.max(0, Math.min(255, level));
    }

    /** The mean of several pictures of one size: what moves fades, what stands remains. */
    static ColourPicture mean(List<ColourPicture> pictures) {
        ColourPicture mean = new ColourPicture(pictures.get(0).width, pictures.get(0).height);
        float part = 1f / pictures.size();
        for (ColourPicture picture : pictures) {
            for (int i = 0; i < mean.red.length; i++) {
                mean.red[i] += part * picture.red[i];
                mean.green[i] += part * picture.green[i];
                mean.blue[i] += part * picture.blue[i];
            }
        }
        return mean;
    }

    float level(int i) {
        return 0.299f * red[i] + 0.587f * green[i] + 0.114f * blue[i];
    }

    float brightest(int i) {
        return Math.max(red[i], Math.max(green[i], blue[i]));
    }

    /** Saturation of the colour model HSV, 0 to 1. */
    float saturation(int i) {
        float most = brightest(i);
        return most <= 0 ? 0 : 1 - Math.min(red[i], Math.min(green[i], blue[i])) / most;
    }

    /** Normalised difference of blue and red, -1 to 1: high in blue sky, near 0 in clouds and snow. */
    float blueOverRed(int i) {
        return (blue[i] - red[i]) / (blue[i] + red[i] + 1);
    }
}
