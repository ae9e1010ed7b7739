package energy.registry.ingest.adapter.persistence;

import energy.registry.ingest.port.StatementStore;
import energy.registry.ingest.statement.Position;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** {@link StatementStore} on the schema {@code ingest}. */
public final class PostgresStatementStore implements StatementStore {
    private final Database database;
    private final DayPartitions partitions;
    private final Clock clock;
    private final QuarantineRoom room = new QuarantineRoom(QuarantineRoom.FOREIGN_MAX);

    public PostgresStatementStore(Database database, Clock clock) {
        this.database = database;
        this.partitions = new DayPartitions();
        this.clock = clock;
    }

    @Override
    public <T> T inTransaction(Function<Unit, T> work) {
        return database.inTransaction(connection ->
                work.apply(new StatementUnit(connection, partitions.today(connection, clock), clock.instant(), room)));
    }

    public QuarantineRoom quarantine() {
        return room;
    }

    @Override
    public Optional<Position> position(String meterId) {
        return database.inTransaction(connection -> Query.on(connection, "select * from meter where meter_id = ?")
                .with(meterId)
                .first(Positions::read));
    }
}
