package energy.registry.ingest.adapter.persistence;

import energy.registry.domain.encoding.Digest;
import energy.registry.ingest.statement.Position;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows of table {@code meter}. */
final class Positions {
    private Positions() {}

    static Position read(ResultSet row) throws SQLException {
        return new Position(
                row.getString("meter_id"),
                row.getInt("epoch"),
                row.getLong("next_sequence"),
                row.getObject("register_wh", Long.class),
                Query.instant(row, "last_end"),
                Digest.of(row.getBytes("previous")),
                row.getObject("open_epoch", Integer.class),
                row.getString("held_reason"));
    }
}
