package energy.registry.vision.guard;

import energy.registry.vision.footage.GreyFrame;
import java.util.List;

/** Frames reduced to the means of square cells: structure stays, noise does not. */
final class CellSeries {
    static final int CELL_PIXELS = 8;

    final int columns;
    final int rows;
    final float[][] cells;
    final double framesPerSecond;

    CellSeries(List<GreyFrame> frames) {
        GreyFrame first = frames.get(0);
        columns = Math.max(1, first.width() / CELL_PIXELS);
        rows = Math.max(1, first.height() / CELL_PIXELS);
        cells = new float[frames.size()][];
        for (int t = 0; t < cells.length; t++) {
            cells[t] = means(frames.get(t));
        }
        double seconds = (frames.get(frames.size() - 1).timestampMicros() - first.timestampMicros()) / 1e6;
        framesPerSecond = seconds > 0 ? (frames.size() - 1) / seconds : 1;
    }

    private float[] means(GreyFrame frame) {
        float[] sums = new float[columns * rows];
        int cellWidth = Math.min(CELL_PIXELS, frame.width());
        int cellHeight = Math.min(CELL_PIXELS, frame.height());
        byte[] pixels = frame.pixels();
        for (int y = 0; y < rows * cellHeight; y++) {
            int row = y * frame.width();
            int target = y / cellHeight * columns;
            for (int column = 0; column < columns; column++) {
                int sum = 0;
                for (int k = 0; k < cellWidth; k++) {
                    sum += pixels[row + column * cellWidth + k] & 0xff;
                }
                sums[target + column] += sum;
            }
        }
        float scale = 1f / (cellWidth * cellHeight);
        for (int i = 0; i < sums.length; i++) {
            sums[i] *= scale;
        }
        return sums;
    }

    int frames() {
        return cells.length;
    }

    int framesIn(double seconds) {
        return Math.max(1, (int) Math.round(seconds * framesPerSecond));
    }
}
