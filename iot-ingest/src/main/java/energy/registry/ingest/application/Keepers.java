package energy.registry.ingest.application;

import energy.registry.ingest.statement.Answer;
import energy.registry.ingest.statement.Checked;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Several {@link Keeper}s, each for its share of the meters: one commits while another decides, and one meter's
 * statements stay in order because they always take the same.
 */
public final class Keepers implements AutoCloseable {
    private final List<Keeper> keepers;

    private Keepers(List<Keeper> keepers) {
        this.keepers = keepers;
    }

    public static Keepers of(int count, Supplier<Keeper> keeper) {
        List<Keeper> keepers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            keepers.add(keeper.get());
        }
        return new Keepers(List.copyOf(keepers));
    }

    void start() {
        keepers.forEach(Keeper::start);
    }

    CompletableFuture<Answer> keep(Checked checked) {
        String meterId = meter(checked);
        int share = meterId == null ? 0 : Math.floorMod(spread(meterId.hashCode()), keepers.size());
        return keepers.get(share).keep(checked);
    }

    /** Not the lanes' own split again: that would give each lane one keeper. */
    private static int spread(int hash) {
        return hash * 0x9e3779b9 >>> 16;
    }

    private static String meter(Checked checked) {
        if (checked instanceof Checked.Sound sound) {
            return sound.candidate().statement().meterId();
        }
        return ((Checked.Unsound) checked).meterId();
    }

    @Override
    public void close() throws InterruptedException {
        for (Keeper keeper : keepers) {
            keeper.close();
        }
    }
}
