package energy.registry.ops.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The books of all devices, rebuilt transaction by transaction: which intervals and serials were issued, which bundles
 * live, what was retired, expired, withdrawn, exported or stored. Every transaction has to conserve energy, in the end issued
 * is what lives and what has ended, and metered is issued and unissued.
 */
final class Books {
    private final Map<String, NavigableMap<Instant, Piece>> issuedByTime = new TreeMap<>();
    private final Map<String, NavigableMap<Long, Piece>> issuedBySerial = new TreeMap<>();
    private final Map<String, List<Piece>> live = new HashMap<>();
    private final Map<String, List<Piece>> retired = new HashMap<>();
    private final Map<Fate, List<Piece>> ended = new EnumMap<>(Fate.class);
    private final Map<String, Long> debts = new HashMap<>();
    private final List<String> overlaps = new ArrayList<>();
    private final List<String> imbalances = new ArrayList<>();
    private long certificates;

    void post(Transaction transaction) {
        List<Piece> in = new ArrayList<>();
        for (String certificateId : transaction.consumed()) {
            List<Piece> pieces = live.remove(certificateId);
            if (pieces == null) {
                imbalances.add(
                        "transaction " + transaction.txId() + " consumes " + certificateId + ", which is not alive");
            } else {
                in.addAll(pieces);
            }
        }
        for (String statementNo : transaction.revived()) {
            List<Piece> lines = retired.remove(statementNo);
            if (lines == null) {
                imbalances.add("transaction " + transaction.txId() + " takes back " + statementNo + ", which is none");
            } else {
                in.addAll(lines);
            }
        }
        List<Piece> out = new ArrayList<>(transaction.moved());
        transaction.retired().values().forEach(out::addAll);
        if (transaction.rest() != null) {
            List<Piece> rest =
                    in.stream().flatMap(piece -> piece.without(out).stream()).toList();
            ended.computeIfAbsent(transaction.rest(), fate -> new ArrayList<>()).addAll(rest);
            out.addAll(rest);
        }
        if (wattHours(in) != wattHours(out)) {
            imbalances.add("transaction " + transaction.txId() + " consumes " + wattHours(in) + " Wh and leaves "
                    + wattHours(out) + " Wh");
        }
        transaction.reopened().forEach(this::reopen);
        transaction.issued().forEach(piece -> issue(piece, transaction.txId()));
        for (Map.Entry<String, List<Piece>> created : transaction.created().entrySet()) {
            certificates++;
            if (live.putIfAbsent(created.getKey(), created.getValue()) != null) {
                imbalances.add("certificate " + created.getKey() + " is alive twice");
            }
        }
        retired.putAll(transaction.retired());
        transaction.debts().forEach((device, debt) -> debts.merge(device, debt, Long::sum));
    }

    /** Serials stay used; only the time is free. */
    private void reopen(Reopened time) {
        issuedByTime.getOrDefault(time.deviceId(), new TreeMap<>()).values().removeIf(time::contains);
    }

    private void issue(Piece piece, String txId) {
        NavigableMap<Instant, Piece> times = issuedByTime.computeIfAbsent(piece.deviceId(), key -> new TreeMap<>());
        Map.Entry<Instant, Piece> before = times.lowerEntry(piece.end());
        if (before != null && before.getValue().end().isAfter(piece.start())) {
            overlaps.add(piece.deviceId() + " " + piece.start() + " .. " + piece.end() + " in " + txId + " overlaps "
                    + before.getValue().start() + " .. " + before.getValue().end());
        }
        times.put(piece.start(), piece);
        NavigableMap<Long, Piece> serials = issuedBySerial.computeIfAbsent(piece.deviceId(), key -> new TreeMap<>());
        Map.Entry<Long, Piece> lower = serials.lowerEntry(piece.serialTo());
        if (lower != null && lower.getValue().serialTo() > piece.serialFrom()) {
            overlaps.add(piece.deviceId() + " serials " + piece.serialFrom() + "-" + piece.serialTo() + " in " + txId
                    + " overlap " + lower.getValue().serialFrom() + "-"
                    + lower.getValue().serialTo());
        }
        if (piece.wattHours() > 0) {
            serials.put(piece.serialFrom(), piece);
        }
    }

    /** Compares, device by device, the serials that were issued with those that live or have ended. */
    void close() {
        Map<String, List<Piece>> held = new TreeMap<>();
        live.values().forEach(pieces -> pieces.forEach(piece -> hold(held, piece)));
        retired.values().forEach(pieces -> pieces.forEach(piece -> hold(held, piece)));
        ended.values().forEach(pieces -> pieces.forEach(piece -> hold(held, piece)));
        issuedBySerial.keySet().forEach(deviceId -> held.computeIfAbsent(deviceId, key -> new ArrayList<>()));
        held.forEach(this::compare);
    }

    /** Compares what the meters counted with what was issued: more may be counted by as much as a debt was paid off. */
    void compareWith(Map<DeviceDay, Long> meteredWh) {
        Map<DeviceDay, Long> issued = issuedByDay();
        Map<String, Long> unissued = new TreeMap<>();
        Set<DeviceDay> days = new TreeSet<>(issued.keySet());
        days.addAll(meteredWh.keySet());
        for (DeviceDay day : days) {
            long metered = meteredWh.getOrDefault(day, 0L);
            long made = issued.getOrDefault(day, 0L);
            if (metered < made) {
                imbalances.add(day + ": metered " + metered + " Wh, issued " + made + " Wh");
            }
            unissued.merge(day.deviceId(), Math.max(0, metered - made), Long::sum);
        }
        unissued.forEach((device, energy) -> {
            if (energy > debts.getOrDefault(device, 0L)) {
                imbalances.add(device + ": " + energy + " Wh metered and not issued, " + debts.getOrDefault(device, 0L)
                        + " Wh of debt");
            }
        });
    }

    private Map<DeviceDay, Long> issuedByDay() {
        Map<DeviceDay, Long> sums = new TreeMap<>();
        issuedBySerial.values().forEach(pieces -> pieces.values()
                .forEach(piece -> sums.merge(DeviceDay.of(piece), piece.wattHours(), Long::sum)));
        return sums;
    }

    private static void hold(Map<String, List<Piece>> held, Piece piece) {
        if (piece.wattHours() > 0) {
            held.computeIfAbsent(piece.deviceId(), key -> new ArrayList<>()).add(piece);
        }
    }

    private void compare(String deviceId, List<Piece> held) {
        NavigableMap<Long, Piece> issued = issuedBySerial.getOrDefault(deviceId, new TreeMap<>());
        long issuedWh = wattHours(new ArrayList<>(issued.values()));
        long heldWh = wattHours(held);
        if (issuedWh != heldWh) {
            imbalances.add(deviceId + ": issued " + issuedWh + " Wh, live and ended " + heldWh + " Wh");
        }
        held.sort(Comparator.comparingLong(Piece::serialFrom));
        long end = Long.MIN_VALUE;
        for (Piece piece : held) {
            if (piece.serialFrom() < end) {
                overlaps.add(deviceId + ": serial " + piece.serialFrom() + " is held twice");
            }
            Map.Entry<Long, Piece> origin = issued.floorEntry(piece.serialFrom());
            if (origin == null
                    || origin.getValue().serialTo() < piece.serialTo()
                    || !origin.getValue().isSameTimeAs(piece)) {
                imbalances.add(deviceId + ": serials " + piece.serialFrom() + "-" + piece.serialTo()
                        + " were not issued for " + piece.start());
            }
            end = Math.max(end, piece.serialTo());
        }
    }

    List<String> overlaps() {
        return overlaps;
    }

    List<String> imbalances() {
        return imbalances;
    }

    /** Bundles that ever stood on the ledger. */
    long certificates() {
        return certificates;
    }

    /** Issued energy by device, Wh. */
    Map<String, Long> issuedWh() {
        Map<String, Long> sums = new TreeMap<>();
        issuedBySerial.forEach((deviceId, pieces) -> sums.put(deviceId, wattHours(new ArrayList<>(pieces.values()))));
        return sums;
    }

    Map<String, Long> retiredWh() {
        Map<String, Long> sums = new TreeMap<>();
        retired.values()
                .forEach(pieces -> pieces.forEach(piece -> sums.merge(piece.deviceId(), piece.wattHours(), Long::sum)));
        return sums;
    }

    /** Energy by what became of it, Wh. */
    Map<Fate, Long> fatesWh() {
        Map<Fate, Long> sums = new EnumMap<>(Fate.class);
        sums.put(Fate.LIVE, live.values().stream().mapToLong(Books::wattHours).sum());
        sums.put(
                Fate.RETIRED,
                retired.values().stream().mapToLong(Books::wattHours).sum());
        ended.forEach((fate, pieces) -> sums.put(fate, wattHours(pieces)));
        return sums;
    }

    private static long wattHours(List<Piece> pieces) {
        return pieces.stream().mapToLong(Piece::wattHours).sum();
    }
}
