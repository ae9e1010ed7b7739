package energy.registry.ingest.application;

import energy.registry.ingest.port.DeviceDirectory;
import energy.registry.ingest.port.StatementStore;
import energy.registry.ingest.port.StatementStore.Exchange;
import energy.registry.ingest.statement.Capacity;
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
        return change(meterId, position -> position.nextEpochOpened(null, null));
    }

    /**
     * Records a meter's exchange and opens the next epoch, which begins with the new register's first value. An exchange
     * that was recorded already, by the desk or from the ledger's announcement, changes nothing: both tell of it, and
     * either may be first.
     *
     * @throws IllegalArgumentException naming the field that contradicts what is known of the old register
     */
    public Optional<Position> exchange(Exchange exchange) {
        return devices.byMeter(exchange.meterId())
                .map(device -> store.inTransaction(unit -> {
                    Position at = unit.lock(Set.of(exchange.meterId())).get(exchange.meterId());
                    if (unit.lastExchange(exchange.meterId())
                            .filter(exchange::tellsTheSameAs)
                            .isPresent()) {
                        return at;
                    }
                    require(exchange, at, device.capacityW());
                    Position opened = at.nextEpochOpened(exchange.openingRegisterWh(), exchange.at());
                    unit.record(exchange, opened.openEpoch());
                    unit.save(List.of(opened));
                    return opened;
                }));
    }

    private static void require(Exchange exchange, Position at, long capacityW) {
        if (at.opening() != null) {
            throw new IllegalArgumentException("meterId: epoch " + at.openEpoch()
                    + " is open already and waits for its first statement; send that first");
        }
        if (at.lastEnd() == null) {
            return;
        }
        long seconds = exchange.at().getEpochSecond() - at.lastEnd().getEpochSecond();
        if (seconds < 0) {
            throw new IllegalArgumentException(
                    "at: " + exchange.at() + " lies before " + at.lastEnd() + ", up to which the old meter has spoken");
        }
        long flowed = exchange.closingRegisterWh() - at.registerWh();
        long most = seconds == 0 ? 0 : Capacity.energyWh(capacityW, seconds);
        if (flowed < 0 || flowed > most) {
            throw new IllegalArgumentException("closingRegisterWh: " + exchange.closingRegisterWh()
                    + " does not follow " + at.registerWh() + " Wh at " + at.lastEnd() + "; since then at most " + most
                    + " Wh could flow");
        }
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
