package energy.registry.ingest.adapter.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Makes the partition of the day of receipt before its first row needs it. */
final class DayPartitions {
    private static final List<String> TABLES = List.of("envelope", "reading_run", "finding");

    private volatile LocalDate ready = LocalDate.MIN;

    /** One at a time: two that make the same partition would trip over each other. */
    synchronized LocalDate today(Connection connection, Clock clock) throws SQLException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!today.equals(ready)) {
            for (String table : TABLES) {
                create(connection, table, today);
            }
            connection.commit(); // on its own, so that a refused batch does not take the partition with it
            ready = today;
        }
        return today;
    }

    private static void create(Connection connection, String table, LocalDate day) throws SQLException {
        String name = table + "_" + day.toString().replace("-", "");
        Query.on(
                        connection,
                        "create table if not exists " + name + " partition of " + table + " for values from ('" + day
                                + "') to ('" + day.plusDays(1) + "')")
                .update();
    }
}
