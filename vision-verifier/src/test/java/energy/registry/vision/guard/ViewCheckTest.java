package energy.registry.vision.guard;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.vision.footage.GreyFrame;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class ViewCheckTest {
    private static final int TILE = 32;
    private static final int COLUMNS = 6;
    private static final int ROWS = 4;
    private static final int STRETCHES = 6;
    private static final int LINES = 8;

    @Test
    void edgesThatGoAtOnceInSeveralTilesAreCovered() {
        assertThat(flags((tile, stretch) -> tile < 5 && stretch >= 3 ? 0 : LINES))
                .containsExactly(IntegrityFlag.COVERED);
    }

    @Test
    void edgesOfCloudsThatDriftOutOfTheirPlaceOverSeveralStretchesAreNot() {
        assertThat(flags((tile, stretch) -> tile < 5 ? Math.max(0, LINES - (4 * Math.max(0, stretch - 1))) : LINES))
                .isEmpty();
    }

    @Test
    void theEdgesOfOneTileAreNoCover() {
        assertThat(flags((tile, stretch) -> tile == 0 && stretch >= 3 || tile > 5 ? 0 : LINES))
                .isEmpty();
    }

    /** @param linesLeft by tile and stretch, how many of the tile's lines are there */
    private static Set<IntegrityFlag> flags(IntBinaryOperator linesLeft) {
        List<GreyFrame> still = new ArrayList<>();
        for (int stretch = 0; stretch < STRETCHES; stretch++) {
            still.add(picture(stretch, linesLeft));
        }
        Set<IntegrityFlag> flags = EnumSet.noneOf(IntegrityFlag.class);
        ShiftMeter unmoved =
                (first, others) -> others.stream().map(o -> new Shift(0, 0, 1)).toList();
        new ViewCheck(still, unmoved).run(flags, new TreeMap<>());
        return flags;
    }

    private static GreyFrame picture(int stretch, IntBinaryOperator linesLeft) {
        byte[] pixels = new byte[COLUMNS * TILE * ROWS * TILE];
        for (int tile = 0; tile < COLUMNS * ROWS; tile++) {
            for (int line = 0; line < linesLeft.applyAsInt(tile, stretch); line++) {
                int y = tile / COLUMNS * TILE + 2 + line * (TILE / LINES - 1);
                for (int x = 0; x < TILE; x++) {
                    pixels[y * COLUMNS * TILE + tile % COLUMNS * TILE + x] = (byte) 200;
                }
            }
        }
        return new GreyFrame(COLUMNS * TILE, ROWS * TILE, pixels, stretch * 2_000_000L);
    }
}
