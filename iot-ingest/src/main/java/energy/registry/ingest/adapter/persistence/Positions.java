package energy.registry.ingest.adapter.persistence;

import energy.registry.domain.encoding.Digest;
import energy.registry.ingest.statement.Opening;
import energy.registry.ingest.statement.Position;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows of table {@code meter}. */
final class Positions {
    private Positions() {}

    private static Opening opening(ResultSet row) throws SQLException {
        Integer epoch = row.getObject("open_epoch", Integer.class);
        return epoch == null
                ? null
                : new Opening(epoch, row.getObject("open_register_wh", Long.class), Query.instant(row, "open_from"));
    }

    static Position read(ResultSet row) throws SQLException {
        return new Position(
                row.getString("meter_id"),
                row.getInt("epoch"),
                row.getLong("next_sequence"),
                row.getObject("register_wh", Long.class),
                Query.instant(row, "last_end"),
                Digest.of(row.getBytes("previous")),
                opening(row),
                row.getString("held_reason"));
    }
}
