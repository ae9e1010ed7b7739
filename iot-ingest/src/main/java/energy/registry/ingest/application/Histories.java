package energy.registry.ingest.application;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.ingest.plausibility.History;
import energy.registry.ingest.plausibility.Plausibility;
import energy.registry.ingest.port.StatementStore;
import energy.registry.ingest.port.StatementStore.StoredHistory;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The histories of the meters heard lately. One is believed only if it ends with the very statement that the meter's
 * locked position ends with: another service on the same database, or a transaction that failed, cannot leave a wrong
 * one behind.
 */
final class Histories {
    /** Meters kept in memory; each takes two kilobytes. */
    private static final int METERS_MAX = 20_000;

    private final Plausibility plausibility;
    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > METERS_MAX;
        }
    };

    Histories(Plausibility plausibility) {
        this.plausibility = plausibility;
    }

    private record Kept(History history, Digest through) {}

    /** The histories that one transaction moves; they are in no cache until it is durable. */
    Taken take(StatementStore.Unit unit, Set<String> meterIds) {
        Map<String, Kept> taken = new HashMap<>();
        for (String meterId : meterIds) {
            Kept known = kept.remove(meterId);
            if (known != null) {
                taken.put(meterId, known);
            }
        }
        Set<String> missing =
                meterIds.stream().filter(id -> !taken.containsKey(id)).collect(Collectors.toSet());
        return new Taken(taken, missing.isEmpty() ? Map.of() : unit.histories(missing));
    }

    /** The histories of one transaction. */
    final class Taken {
        private final Map<String, Kept> memory;
        private final Map<String, StoredHistory> stored;
        private final Map<String, Kept> moved = new HashMap<>();

        private Taken(Map<String, Kept> memory, Map<String, StoredHistory> stored) {
            this.memory = memory;
            this.stored = stored;
        }

        /** The meter's history up to the statement that its position ends with. */
        History of(ProductionDevice device, Digest end) {
            String meterId = device.meterId();
            Kept known = moved.getOrDefault(meterId, memory.get(meterId));
            if (known != null && known.through().equals(end)) {
                return plausibility.current(known.history(), device);
            }
            StoredHistory row = stored.get(meterId);
            boolean follows = row != null && row.through().equals(end);
            return plausibility.history(follows ? row.state() : null, device);
        }

        void moved(String meterId, History history, Digest through) {
            moved.put(meterId, new Kept(history, through));
        }

        Collection<StoredHistory> toStore() {
            return moved.entrySet().stream()
                    .map(each -> new StoredHistory(
                            each.getKey(),
                            each.getValue().through(),
                            each.getValue().history().encode()))
                    .toList();
        }

        /** The transaction is durable. */
        void keep() {
            memory.forEach((meterId, known) -> kept.put(meterId, moved.getOrDefault(meterId, known)));
            moved.forEach(kept::put);
        }
    }
}
