package energy.registry.ingest.adapter.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.ingest.port.UploadStore;
import energy.registry.ingest.upload.FileFormat;
import energy.registry.ingest.upload.Upload;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** {@link UploadStore} on the schema {@code ingest}. */
public final class PostgresUploadStore implements UploadStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COLUMNS =
            "select upload_id, device_id, actor, sha256, size, received_at, format, outcome from upload ";

    private final Database database;

    public PostgresUploadStore(Database database) {
        this.database = database;
    }

    @Override
    public Upload keep(Upload fresh, byte[] bytes) {
        return database.inTransaction(connection -> {
            Query.on(
                            connection,
                            "insert into upload (device_id, actor, sha256, size, bytes, received_at)"
                                    + " values (?, ?, ?, ?, ?, ?) on conflict (device_id, sha256) do nothing")
                    .with(fresh.deviceId(), fresh.actor(), fresh.sha256(), fresh.size(), bytes, fresh.receivedAt())
                    .update();
            return Query.on(connection, COLUMNS + "where device_id = ? and sha256 = ?")
                    .with(fresh.deviceId(), fresh.sha256())
                    .first(PostgresUploadStore::read)
                    .orElseThrow();
        });
    }

    @Override
    public void finish(Upload upload) {
        database.inTransaction(connection -> Query.on(
                        connection, "update upload set format = ?, outcome = ?::jsonb where upload_id = ?")
                .with(upload.format().name(), write(upload.outcome()), upload.id())
                .update());
    }

    @Override
    public Optional<Upload> byId(long id) {
        return database.inTransaction(connection ->
                Query.on(connection, COLUMNS + "where upload_id = ?").with(id).first(PostgresUploadStore::read));
    }

    @Override
    public List<Upload> page(String deviceId, Long before, int limit) {
        return database.inTransaction(connection -> Query.on(
                        connection,
                        COLUMNS + "where (?::text is null or device_id = ?) and upload_id < coalesce(?, "
                                + Long.MAX_VALUE + ") order by upload_id desc limit ?")
                .with(deviceId, deviceId, before, limit)
                .list(PostgresUploadStore::read));
    }

    @Override
    public Optional<byte[]> bytes(long id) {
        return database.inTransaction(connection -> Query.on(connection, "select bytes from upload where upload_id = ?")
                .with(id)
                .first(row -> row.getBytes(1)));
    }

    private static Upload read(ResultSet row) throws SQLException {
        String format = row.getString("format");
        String outcome = row.getString("outcome");
        return new Upload(
                row.getLong("upload_id"),
                row.getString("device_id"),
                row.getString("actor"),
                Query.digest(row, "sha256"),
                row.getLong("size"),
                Query.instant(row, "received_at"),
                format == null ? null : FileFormat.valueOf(format),
                outcome == null ? null : parse(outcome));
    }

    /** Zero bytes, which PostgreSQL's text has not, do not pass the findings' own cleaning. */
    private static String write(Upload.Outcome outcome) {
        try {
            return JSON.writeValueAsString(outcome);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("outcomes are plain data", e);
        }
    }

    private static Upload.Outcome parse(String json) {
        try {
            return JSON.readValue(json, Upload.Outcome.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the column holds what write() wrote", e);
        }
    }
}
