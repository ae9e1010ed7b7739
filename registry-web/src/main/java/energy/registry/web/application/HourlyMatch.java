package energy.registry.web.application;

import energy.registry.web.model.BulkBatch;
import energy.registry.web.model.BulkPiece;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.CfeScores;
import energy.registry.web.model.ConsumptionHour;
import energy.registry.web.model.Interval;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Matches consumption with certificates of the same hour and zone; takes never more in an hour than was used in it. */
final class HourlyMatch {
    /** Bundles in one retirement of a bulk: as the ledger takes. */
    private static final int PIECES_MAX = Checks.ITEMS_MAX;

    private static final int PER_MILLE = 1_000;
    private static final int MONTH_DAYS = 30;
    private static final int YEAR_DAYS = 365;
    private static final long HOUR_SECONDS = 3_600;

    /** Energy of one certificate in one hour and zone, serials half-open. */
    private record Supply(String certificateId, String deviceId, long serialFrom, long serialTo) {}

    private record Place(Instant hour, String zone) {}

    private final Map<Place, List<Supply>> supplies = new HashMap<>();
    private final List<ConsumptionHour> hours = new ArrayList<>();
    private final List<Supply> taken = new ArrayList<>();
    private final CfeScores scores;

    HourlyMatch(List<ConsumptionHour> consumption, List<CertificateRow> holdings) {
        holdings.forEach(this::supply);
        consumption.forEach(hour -> hours.add(hour.matched(take(hour))));
        Instant first = consumption.get(0).start().truncatedTo(ChronoUnit.DAYS);
        scores = new CfeScores(
                score(hour -> hour.getEpochSecond() / HOUR_SECONDS),
                score(hour -> daysSince(first, hour)),
                score(hour -> Math.floorDiv(daysSince(first, hour), MONTH_DAYS)),
                score(hour -> Math.floorDiv(daysSince(first, hour), YEAR_DAYS)));
    }

    private static long daysSince(Instant first, Instant hour) {
        return ChronoUnit.DAYS.between(first, hour.truncatedTo(ChronoUnit.DAYS));
    }

    private void supply(CertificateRow row) {
        for (Interval interval : row.intervals()) {
            if (interval.serialTo() > interval.serialFrom()) {
                Place place = new Place(interval.start().truncatedTo(ChronoUnit.HOURS), row.zone());
                supplies.computeIfAbsent(place, key -> new ArrayList<>())
                        .add(new Supply(
                                row.certificateId(), row.deviceId(), interval.serialFrom(), interval.serialTo()));
            }
        }
    }

    private long take(ConsumptionHour hour) {
        long open = hour.consumptionWh();
        for (Supply supply : supplies.getOrDefault(new Place(hour.start(), hour.zone()), List.of())) {
            long quantity = Math.min(open, supply.serialTo() - supply.serialFrom());
            if (quantity > 0) {
                taken.add(new Supply(
                        supply.certificateId(),
                        supply.deviceId(),
                        supply.serialFrom(),
                        supply.serialFrom() + quantity));
                open -= quantity;
            }
        }
        return hour.consumptionWh() - open;
    }

    /** What the holdings could cover if a whole window counted as one moment. */
    private int score(Function<Instant, Long> window) {
        Map<String, Long> used = new HashMap<>();
        Map<String, Long> held = new HashMap<>();
        hours.forEach(
                hour -> used.merge(window.apply(hour.start()) + " " + hour.zone(), hour.consumptionWh(), Long::sum));
        supplies.forEach((place, list) -> held.merge(
                window.apply(place.hour()) + " " + place.zone(),
                list.stream()
                        .mapToLong(each -> each.serialTo() - each.serialFrom())
                        .sum(),
                Long::sum));
        long all = used.values().stream().mapToLong(Long::longValue).sum();
        long covered = used.entrySet().stream()
                .mapToLong(each -> Math.min(each.getValue(), held.getOrDefault(each.getKey(), 0L)))
                .sum();
        return all == 0 ? 0 : (int) Math.floorDiv(Math.multiplyExact(covered, PER_MILLE), all);
    }

    List<ConsumptionHour> hours() {
        return List.copyOf(hours);
    }

    CfeScores scores() {
        return scores;
    }

    /** Retirements that carry the match out. One names a bundle once: further pieces of it wait for a later one. */
    List<BulkBatch> batches() {
        List<BulkBatch> batches = new ArrayList<>();
        List<Supply> waiting = joined();
        while (!waiting.isEmpty()) {
            List<BulkPiece> pieces = new ArrayList<>();
            Set<String> named = new HashSet<>();
            List<Supply> later = new ArrayList<>();
            for (Supply supply : waiting) {
                if (pieces.size() < PIECES_MAX && named.add(supply.certificateId())) {
                    pieces.add(new BulkPiece(supply.deviceId(), supply.serialFrom(), supply.serialTo()));
                } else {
                    later.add(supply);
                }
            }
            batches.add(BulkBatch.planned(batches.size(), pieces));
            waiting = later;
        }
        return batches;
    }

    /** Pieces of one bundle that follow each other become one. */
    private List<Supply> joined() {
        List<Supply> joined = new ArrayList<>();
        Map<String, Integer> last = new HashMap<>();
        for (Supply piece : taken) {
            Integer at = last.get(piece.certificateId());
            if (at != null && joined.get(at).serialTo() == piece.serialFrom()) {
                Supply before = joined.get(at);
                joined.set(
                        at,
                        new Supply(before.certificateId(), before.deviceId(), before.serialFrom(), piece.serialTo()));
            } else {
                last.put(piece.certificateId(), joined.size());
                joined.add(piece);
            }
        }
        return joined;
    }
}
