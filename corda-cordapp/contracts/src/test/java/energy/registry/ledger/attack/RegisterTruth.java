package energy.registry.ledger.attack;

import energy.registry.domain.cursor.Gap;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.merkle.SparseMerkleTree;
import energy.registry.domain.register.Fingerprint;
import energy.registry.fixture.Plant;
import energy.registry.ledger.state.ConsumptionState;
import energy.registry.ledger.state.CursorPageState;
import energy.registry.ledger.state.DeviceRegisterState;
import energy.registry.ledger.state.DeviceState;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the naive model asks of devices and cursors: one meter has one name, and a cursor tells what was issued. */
final class RegisterTruth {
    /** Quarter hours of a campaign's day, and some before and after it that nobody claims. */
    private static final int QUARTERS_LOOKED_AT = 120;

    private static final int QUARTERS_BEFORE = 8;

    private final Set<String> identities = new HashSet<>();
    private final Map<String, PublicKey> owners = new HashMap<>();

    PublicKey ownerOf(String device) {
        PublicKey owner = owners.get(device);
        Harm.when(owner == null, device + " is not registered");
        return owner;
    }

    /**
     * @param issued the issued hours of a device after the move
     * @param debts what each device owes after the move, Wh
     */
    void judge(Move move, Function<String, Set<Long>> issued, Function<String, Long> debts) {
        Set<String> fresh = new HashSet<>();
        Set<String> consumed = new HashSet<>();
        move.inputsOf(DeviceState.class).forEach(state -> consumed.addAll(identitiesOf(state.record())));
        for (DeviceState state : move.outputsOf(DeviceState.class)) {
            for (String identity : identitiesOf(state.record())) {
                boolean known = identities.contains(identity) && !consumed.contains(identity);
                Harm.when(known || !fresh.add(identity), identity + " is registered already");
            }
        }
        roots(move);
        Map<String, MeterCursor> before = cursors(move.inputsOf(CursorPageState.class));
        Map<String, MeterCursor> after = cursors(move.outputsOf(CursorPageState.class));
        before.keySet().forEach(meter -> Harm.when(!after.containsKey(meter), meter + " loses its cursor"));
        for (MeterCursor cursor : after.values()) {
            String device = cursor.terms().device().deviceId();
            Harm.when(!told(cursor).equals(issued.apply(device)), "the cursor of " + device + " tells another story");
            Harm.when(cursor.position().debtWh() != debts.apply(device), device + " owes another sum");
        }
    }

    /** Some cursor of the device has to move with it. */
    static void moves(Move move, String device) {
        boolean moved = cursors(move.outputsOf(CursorPageState.class)).values().stream()
                .anyMatch(cursor -> cursor.terms().device().deviceId().equals(device));
        Harm.when(!moved, "no cursor of " + device + " moves");
    }

    private void roots(Move move) {
        for (DeviceRegisterState state : move.outputsOf(DeviceRegisterState.class)) {
            SparseMerkleTree expected = new SparseMerkleTree();
            printsWith(move).forEach(expected::add);
            Harm.when(!Digest.of(state.getRoot()).equals(expected.root()), "the register's root tells another story");
        }
    }

    private final Set<Digest> prints = new HashSet<>();

    private Set<Digest> printsWith(Move move) {
        Set<Digest> all = new HashSet<>(prints);
        move.outputsOf(DeviceState.class).forEach(state -> all.addAll(prints(state.record())));
        move.outputsOf(ConsumptionState.class).forEach(state -> all.addAll(printsOf(state)));
        return all;
    }

    private static List<Digest> printsOf(ConsumptionState state) {
        return Fingerprint.of(state.record().point()).stream()
                .map(Fingerprint::digest)
                .collect(Collectors.toList());
    }

    /** The quarter hours that a cursor holds for issued, in the time that a campaign looks at. */
    private static Set<Long> told(MeterCursor cursor) {
        Set<Long> told = new HashSet<>();
        for (int quarter = -QUARTERS_BEFORE; quarter < QUARTERS_LOOKED_AT; quarter++) {
            long start = Plant.MIDNIGHT + (long) quarter * Plant.QUARTER;
            boolean open = false;
            for (Gap gap : cursor.position().gaps()) {
                open |= gap.startEpochSecond() <= start && gap.endEpochSecond() >= start + Plant.QUARTER;
            }
            if (!open) {
                told.add(start);
            }
        }
        return told;
    }

    private static Map<String, MeterCursor> cursors(List<CursorPageState> pages) {
        Map<String, MeterCursor> all = new HashMap<>();
        for (CursorPageState page : pages) {
            for (MeterCursor cursor : page.cursors().cursors()) {
                Harm.when(all.put(cursor.terms().meterId(), cursor) != null, "two cursors of one meter");
            }
        }
        return all;
    }

    /** What makes a device itself, whatever its case and spacing. */
    private static List<String> identitiesOf(ProductionDevice device) {
        return Arrays.asList(
                "device " + plain(device.deviceId()),
                "metering point " + plain(device.meteringPointId()),
                "meter " + plain(device.meterId()),
                "serial " + plain(device.meterMaker()) + "/" + plain(device.meterSerial()),
                "key " + device.meterKey().id());
    }

    private static String plain(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    void record(Move move) {
        move.outputsOf(ConsumptionState.class).forEach(state -> prints.addAll(printsOf(state)));
        for (DeviceState state : move.outputsOf(DeviceState.class)) {
            identities.addAll(identitiesOf(state.record()));
            owners.put(state.record().deviceId(), state.getOwner());
            prints.addAll(prints(state.record()));
        }
    }

    /** All fingerprints of a device, its place among them. */
    static List<Digest> prints(ProductionDevice device) {
        List<Digest> all =
                Fingerprint.of(device).stream().map(Fingerprint::digest).collect(Collectors.toList());
        all.add(Fingerprint.placeOf(device).digest());
        return all;
    }
}
