package energy.registry.ingest.adapter.persistence;

import energy.registry.domain.encoding.Digest;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.postgresql.PGConnection;

/** One SQL command with its parameters in order. */
final class Query {
    private final Connection connection;
    private final String sql;
    private final List<Object> parameters = new ArrayList<>();

    private Query(Connection connection, String sql) {
        this.connection = connection;
        this.sql = sql;
    }

    static Query on(Connection connection, String sql) {
        return new Query(connection, sql);
    }

    /** Any number of parameters: text, numbers, instants, digests, bytes, lists by {@link #array}. */
    Query with(Object... values) {
        for (Object value : values) {
            parameters.add(value);
        }
        return this;
    }

    Query array(String type, Object[] values) throws SQLException {
        Array array = connection.createArrayOf(type, values);
        parameters.add(array);
        return this;
    }

    /** Numbers in the database's own form: several times cheaper at both ends than text. */
    Query longs(LongStream values) throws SQLException {
        parameters.add(connection.unwrap(PGConnection.class).createArrayOf("int8", values.toArray()));
        return this;
    }

    Query ints(IntStream values) throws SQLException {
        parameters.add(connection.unwrap(PGConnection.class).createArrayOf("int4", values.toArray()));
        return this;
    }

    int update() throws SQLException {
        try (PreparedStatement statement = prepare()) {
            return statement.executeUpdate();
        }
    }

    <T> List<T> list(Row<T> row) throws SQLException {
        try (PreparedStatement statement = prepare();
                ResultSet rows = statement.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(row.of(rows));
            }
            return result;
        }
    }

    <T> Optional<T> first(Row<T> row) throws SQLException {
        List<T> all = list(row);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    private PreparedStatement prepare() throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, value(parameters.get(i)));
        }
        return statement;
    }

    private static Object value(Object parameter) {
        if (parameter instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        return parameter instanceof Digest digest ? digest.bytes() : parameter;
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static Digest digest(ResultSet row, String column) throws SQLException {
        byte[] value = row.getBytes(column);
        return value == null ? null : Digest.of(value);
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
