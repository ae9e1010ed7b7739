package energy.registry.ingest.adapter.persistence;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.evidence.VisionVerdict;
import energy.registry.ingest.port.VerdictStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** {@link VerdictStore} on the schema {@code ingest}. */
public final class PostgresVerdictStore implements VerdictStore {
    private static final String INSERT =
            "insert into verdict (digest, device_id, camera_id, start_at, end_at, clip, capture, verdict, received_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (digest) do nothing";

    /** Waiting ones, and those held only because no verdict had come. */
    private static final String WAKE = "update interval set due_at = least(coalesce(due_at, ?), ?),"
            + " status = 'WAITING_FOR_VERDICT'"
            + " where device_id = ? and start_at <= ? and end_at >= ? and superseded_at is null"
            + " and (status = 'WAITING_FOR_VERDICT'"
            + " or status = 'HELD' and reasons @> '[{\"code\":\"VERDICT_MISSING\"}]')";

    private final Database database;

    public PostgresVerdictStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean keep(
            Digest digest,
            VisionVerdict verdict,
            SignedRecord capture,
            SignedRecord signed,
            Instant now,
            Instant dueAt) {
        return database.inTransaction(connection -> {
            boolean fresh = insert(connection, digest, verdict, capture, signed, now);
            if (fresh) {
                Query.on(connection, WAKE)
                        .with(dueAt, dueAt, verdict.deviceId())
                        .with(Instant.ofEpochSecond(verdict.intervalStartEpochSecond()))
                        .with(Instant.ofEpochSecond(verdict.intervalEndEpochSecond()))
                        .update();
            }
            return fresh;
        });
    }

    private static boolean insert(
            Connection connection,
            Digest digest,
            VisionVerdict verdict,
            SignedRecord capture,
            SignedRecord signed,
            Instant now)
            throws SQLException {
        return Query.on(connection, INSERT)
                        .with(digest, verdict.deviceId(), verdict.cameraId())
                        .with(Instant.ofEpochSecond(verdict.intervalStartEpochSecond()))
                        .with(Instant.ofEpochSecond(verdict.intervalEndEpochSecond()))
                        .with(verdict.clip(), capture.encode(), signed.encode(), now)
                        .update()
                == 1;
    }
}
