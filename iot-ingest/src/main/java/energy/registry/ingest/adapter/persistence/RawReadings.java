package energy.registry.ingest.adapter.persistence;

import energy.registry.domain.evidence.Reading;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The readings of a statement in their canonical bytes, from their rows. */
final class RawReadings {
    private RawReadings() {}

    static List<byte[]> of(Connection connection, long statementId) throws SQLException {
        return Query.on(
                        connection,
                        "select extract(epoch from r.at)::bigint as second, r.register_wh, r.power_w, r.witnesses"
                                + " from each_reading r join statement s on s.statement_id = r.statement_id"
                                + " and s.received_day = r.received_day where s.statement_id = ? order by r.n")
                .with(statementId)
                .list(row -> reading(row).encode());
    }

    private static Reading reading(ResultSet row) throws SQLException {
        return new Reading(
                row.getLong("second"),
                row.getLong("register_wh"),
                row.getLong("power_w"),
                witnesses(row.getString("witnesses")));
    }

    private static Map<String, Long> witnesses(String text) {
        Map<String, Long> witnesses = new HashMap<>();
        if (text != null) {
            for (String pair : text.split(" ")) {
                int equals = pair.indexOf('=');
                witnesses.put(pair.substring(0, equals), Long.parseLong(pair.substring(equals + 1)));
            }
        }
        return witnesses;
    }
}
