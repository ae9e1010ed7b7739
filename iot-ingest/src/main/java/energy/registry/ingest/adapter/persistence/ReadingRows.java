package energy.registry.ingest.adapter.persistence;

import energy.registry.domain.evidence.Reading;
import energy.registry.ingest.port.StatementStore.Accepted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
import org.postgresql.PGConnection;

/** Writes the readings of each statement as one row of columns, all by one COPY. */
final class ReadingRows {
    private static final String COPY =
            "copy reading_run (received_day, statement_id, at, register_wh, power_w, witnesses) from stdin";

    /** Characters of a reading with two witnesses. */
    private static final int READING_CHARS = 80;

    private final Connection connection;
    private final LocalDate day;

    ReadingRows(Connection connection, LocalDate day) {
        this.connection = connection;
        this.day = day;
    }

    void write(List<Accepted> accepted, List<Long> ids) throws SQLException {
        int count =
                accepted.stream().mapToInt(a -> a.candidate().readings().size()).sum();
        if (count == 0) {
            return;
        }
        StringBuilder rows = new StringBuilder(count * READING_CHARS);
        for (int i = 0; i < ids.size(); i++) {
            List<Reading> readings = accepted.get(i).candidate().readings();
            if (!readings.isEmpty()) {
                row(rows, ids.get(i), readings);
            }
        }
        try {
            byte[] text = rows.toString().getBytes(StandardCharsets.ISO_8859_1);
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new ByteArrayInputStream(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void row(StringBuilder rows, long id, List<Reading> readings) {
        rows.append(day).append('\t').append(id).append('\t');
        column(rows, readings, Reading::epochSecond);
        column(rows, readings, Reading::registerWh);
        column(rows, readings, Reading::powerW);
        rows.append('{');
        for (Reading reading : readings) {
            rows.append('"');
            int start = rows.length();
            reading.witnesses().forEach((name, value) -> witness(rows, start, name, value));
            rows.append("\",");
        }
        rows.setCharAt(rows.length() - 1, '}');
        rows.append('\n');
    }

    private static void column(StringBuilder rows, List<Reading> readings, ToLongFunction<Reading> value) {
        rows.append('{');
        for (Reading reading : readings) {
            rows.append(value.applyAsLong(reading)).append(',');
        }
        rows.setCharAt(rows.length() - 1, '}');
        rows.append('\t');
    }

    /** A name is letters, digits and underscores: the reader refuses any other. */
    private static void witness(StringBuilder rows, int start, String name, long value) {
        if (rows.length() > start) {
            rows.append(' ');
        }
        rows.append(name).append('=').append(value);
    }
}
