package energy.registry.ingest.adapter.persistence;

import energy.registry.domain.encoding.Digest;
import energy.registry.ingest.port.StatementStore.Refused;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Writes what was refused; the same bytes refused again for the same reason only count. */
final class RefusedRows {
    /** Longest message that is kept whole, bytes; of a longer one the digest and this beginning are kept. */
    private static final int KEPT_BYTES_MAX = 64 << 10;

    private static final String SQL =
            "insert into quarantine (envelope_id, sha256, rule, field, detail, meter_id, door, peer, bytes, first_at,"
                    + " last_at) values (nextval('envelope_id'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " on conflict (sha256, rule) do update set last_at = excluded.last_at,"
                    + " times = quarantine.times + 1";

    private final Connection connection;
    private final Instant now;

    RefusedRows(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    void write(List<Refused> messages) throws SQLException {
        for (Refused message : messages) {
            byte[] bytes = message.arrival().bytes();
            byte[] kept = bytes.length > KEPT_BYTES_MAX ? java.util.Arrays.copyOf(bytes, KEPT_BYTES_MAX) : bytes;
            Query.on(connection, SQL)
                    .with(
                            Digest.sha(bytes),
                            message.refusal().rule().name(),
                            clean(message.refusal().field()))
                    .with(clean(message.refusal().detail()), clean(message.meterId()))
                    .with(message.arrival().door(), message.arrival().peer(), kept, now, now)
                    .update();
        }
    }

    /** PostgreSQL's text has no zero byte; foreign text may. */
    private static String clean(String text) {
        return text == null ? null : text.replace('\0', '?');
    }
}
