package energy.registry.ingest.adapter.persistence;

import energy.registry.domain.encoding.Digest;
import energy.registry.ingest.port.StatementStore.Refused;
import energy.registry.ingest.statement.IntakeRule;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes what was refused; the same bytes refused again for the same reason only count. */
final class RefusedRows {
    /** Longest message of a stranger that is kept whole, bytes; of a longer one the digest and this beginning are kept. */
    private static final int KEPT_BYTES_MAX = 64 << 10;

    private static final String SQL =
            "insert into quarantine (envelope_id, sha256, rule, field, detail, meter_id, door, peer, bytes, authentic,"
                    + " first_at, last_at)"
                    + " select nextval('envelope_id'), q.*, ?, ? from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " q(sha256, rule, field, detail, meter_id, door, peer, bytes, authentic)"
                    + " on conflict (sha256, rule) do update set last_at = excluded.last_at,"
                    + " times = quarantine.times + 1";

    private final Connection connection;
    private final Instant now;
    private final QuarantineRoom room;

    RefusedRows(Connection connection, Instant now, QuarantineRoom room) {
        this.room = room;
        this.connection = connection;
        this.now = now;
    }

    /** One command for all of a batch; what is the same within it counts once. */
    void write(List<Refused> messages) throws SQLException {
        Map<String, Refused> distinct = new LinkedHashMap<>();
        for (Refused message : messages) {
            String key = Digest.sha(message.arrival().bytes())
                    + message.refusal().rule().name();
            distinct.putIfAbsent(key, message);
        }
        List<Refused> rows = kept(List.copyOf(distinct.values()));
        if (rows.isEmpty()) {
            return;
        }
        Query.on(connection, SQL)
                .with(now, now)
                .array("bytea", bytes(rows, row -> Digest.sha(row.arrival().bytes())
                        .bytes()))
                .array("text", column(rows, row -> row.refusal().rule().name()))
                .array("text", column(rows, row -> row.refusal().field()))
                .array("text", column(rows, row -> row.refusal().detail()))
                .array("text", column(rows, Refused::meterId))
                .array("text", column(rows, row -> row.arrival().door()))
                .array("text", column(rows, row -> row.arrival().peer()))
                .array("bytea", bytes(rows, RefusedRows::kept))
                .array("boolean", rows.stream().map(RefusedRows::isAuthentic).toArray())
                .update();
    }

    /** All that meters signed, and of strangers' messages as many as there is room for. */
    private List<Refused> kept(List<Refused> messages) throws SQLException {
        room.tidy(connection, now);
        int foreign = (int) messages.stream().filter(each -> !isAuthentic(each)).count();
        int left = room.admit(foreign);
        List<Refused> kept = new ArrayList<>();
        for (Refused message : messages) {
            if (isAuthentic(message) || left-- > 0) {
                kept.add(message);
            }
        }
        return kept;
    }

    private static boolean isAuthentic(Refused row) {
        return row.refusal().rule().compareTo(IntakeRule.SIGNATURE_INVALID) > 0;
    }

    /** Who proved to have the meter's key may be shown and driven through again whatever the length. */
    private static byte[] kept(Refused row) {
        byte[] bytes = row.arrival().bytes();
        return isAuthentic(row) || bytes.length <= KEPT_BYTES_MAX ? bytes : Arrays.copyOf(bytes, KEPT_BYTES_MAX);
    }

    private static Object[] column(List<Refused> rows, Function<Refused, String> value) {
        return rows.stream().map(value).map(RefusedRows::clean).toArray();
    }

    private static byte[][] bytes(List<Refused> rows, Function<Refused, byte[]> value) {
        return rows.stream().map(value).toArray(byte[][]::new);
    }

    /** PostgreSQL's text has no zero byte; foreign text may. */
    private static String clean(String text) {
        return text == null ? null : text.replace('\0', '?');
    }
}
