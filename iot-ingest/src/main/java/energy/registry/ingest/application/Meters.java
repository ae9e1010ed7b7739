package energy.registry.ingest.application;

import energy.registry.ingest.port.DeviceDirectory;
import energy.registry.ingest.port.StatementStore;
import energy.registry.ingest.statement.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where meters stand, and the issuing body's acts on them. */
public final class Meters {
    private final DeviceDirectory devices;
    private final StatementStore store;

    public Meters(DeviceDirectory devices, StatementStore store) {
        this.devices = devices;
        this.store = store;
    }

    /** Empty for a meter that is not registered. */
    public Optional<Position> position(String meterId) {
        return devices.byMeter(meterId).map(device -> store.position(meterId).orElse(Position.initial(meterId)));
    }

    /** Lifts a hold; the chain goes on from the last accepted statement. */
    public Optional<Position> release(String meterId) {
        return change(meterId, position -> position.held(null));
    }

    /** Records that the register starts anew (exchange, reset): the next epoch may begin. */
    public Optional<Position> openEpoch(String meterId) {
        return change(meterId, Position::nextEpochOpened);
    }

    private Optional<Position> change(String meterId, java.util.function.UnaryOperator<Position> act) {
        return devices.byMeter(meterId)
                .map(device -> store.inTransaction(unit -> {
                    Map<String, Position> locked = unit.lock(Set.of(meterId));
                    Position changed = act.apply(locked.get(meterId));
                    unit.save(List.of(changed));
                    return changed;
                }));
    }
}
