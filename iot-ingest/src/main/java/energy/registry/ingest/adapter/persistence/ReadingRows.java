package energy.registry.ingest.adapter.persistence;

import energy.registry.domain.evidence.Reading;
import energy.registry.ingest.port.StatementStore.Accepted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.postgresql.PGConnection;

/** Writes readings by COPY, which takes three times as many rows a second as anything else. */
final class ReadingRows {
    private static final String COPY =
            "copy reading (received_day, statement_id, n, at, register_wh, power_w, witnesses) from stdin";

    /** Characters of a row with two witnesses. */
    private static final int ROW_CHARS = 96;

    private final Connection connection;
    private final LocalDate day;

    ReadingRows(Connection connection, LocalDate day) {
        this.connection = connection;
        this.day = day;
    }

    void write(List<Accepted> accepted, List<Long> ids) throws SQLException {
        int count =
                accepted.stream().mapToInt(a -> a.candidate().readings().size()).sum();
        StringBuilder rows = new StringBuilder(count * ROW_CHARS);
        for (int i = 0; i < ids.size(); i++) {
            List<Reading> readings = accepted.get(i).candidate().readings();
            for (int n = 0; n < readings.size(); n++) {
                row(rows, ids.get(i), n, readings.get(n));
            }
        }
        if (count == 0) {
            return;
        }
        try {
            byte[] text = rows.toString().getBytes(StandardCharsets.UTF_8);
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new ByteArrayInputStream(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void row(StringBuilder rows, long id, int n, Reading reading) {
        rows.append(day).append('\t').append(id).append('\t').append(n).append('\t');
        rows.append(Instant.ofEpochSecond(reading.epochSecond())).append('\t');
        rows.append(reading.registerWh()).append('\t').append(reading.powerW()).append('\t');
        if (reading.witnesses().isEmpty()) {
            rows.append("\\N");
        } else {
            reading.witnesses().forEach((name, value) -> witness(rows, name, value));
            rows.setLength(rows.length() - 1);
        }
        rows.append('\n');
    }

    /** A name is letters, digits and underscores: the reader refuses any other. */
    private static void witness(StringBuilder rows, String name, long value) {
        rows.append(name).append('=').append(value).append(' ');
    }
}
