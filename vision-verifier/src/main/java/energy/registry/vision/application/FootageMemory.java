package energy.registry.vision.application;

import energy.registry.domain.encoding.Digest;
import energy.registry.vision.guard.FootagePrint;
import energy.registry.vision.port.ClipStore;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The prints of the clips that were shown last, whichever camera showed them; kept with the clips, read again at a start. */
final class FootageMemory {
    static final String PRINT = "print.bin";

    /** Ninety days of one camera's quarters of an hour; comparing with all of them takes about a second. */
    static final int CLIPS_MAX = 8_640;

    private record Shown(Digest clip, FootagePrint print) {}

    private final ClipStore store;
    private final Deque<Shown> shown = new ArrayDeque<>();
    private boolean loaded;

    FootageMemory(ClipStore store) {
        this.store = store;
    }

    /** Other clips that show the same footage in other bytes. */
    synchronized List<Digest> alike(Digest clip, FootagePrint print) throws IOException {
        load();
        List<Digest> found = new ArrayList<>();
        for (Shown other : shown) {
            if (!other.clip().equals(clip) && print.likeness(other.print()) >= FootagePrint.ALIKE_MIN) {
                found.add(other.clip());
            }
        }
        return found;
    }

    synchronized void remember(Digest clip, FootagePrint print) throws IOException {
        load();
        store.write(clip, PRINT, print.toBytes());
        if (shown.stream().noneMatch(other -> other.clip().equals(clip))) {
            add(clip, print);
        }
    }

    private void load() throws IOException {
        if (loaded) {
            return;
        }
        for (Digest clip : store.newest(CLIPS_MAX)) {
            Optional<byte[]> kept = store.read(clip, PRINT);
            if (kept.isPresent()) {
                add(clip, FootagePrint.ofBytes(kept.get()));
            }
        }
        loaded = true;
    }

    private void add(Digest clip, FootagePrint print) {
        shown.addLast(new Shown(clip, print));
        if (shown.size() > CLIPS_MAX) {
            shown.removeFirst();
        }
    }
}
