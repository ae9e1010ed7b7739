package energy.registry.ledger.event;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** The log's tables over the connection of the running database transaction. */
final class EventTables {
    private final Connection connection;

    EventTables(Connection connection) {
        this.connection = connection;
    }

    boolean isLogged(String txId) throws SQLException {
        return text("SELECT tx_id FROM ledger_logged_tx WHERE tx_id = ?", txId).isPresent();
    }

    void markLogged(String txId) throws SQLException {
        execute("INSERT INTO ledger_logged_tx (tx_id) VALUES (?)", txId);
    }

    Optional<String> accountOf(String keyId) throws SQLException {
        return text("SELECT account_id FROM ledger_account WHERE key_id = ?", keyId);
    }

    Optional<String> transactionOf(String requestKey) throws SQLException {
        return text("SELECT tx_id FROM ledger_request WHERE request_key = ?", requestKey);
    }

    void remember(String requestKey, String txId) throws SQLException {
        if (!transactionOf(requestKey).isPresent()) {
            execute("INSERT INTO ledger_request (request_key, tx_id) VALUES (?, ?)", requestKey, txId);
        }
    }

    /** Remembers the transaction for each of the keys that has none yet. */
    void remember(List<String> requestKeys, String txId) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO ledger_request (request_key, tx_id) VALUES (?, ?)")) {
            for (String key : new LinkedHashSet<>(requestKeys)) {
                if (!transactionOf(key).isPresent()) {
                    insert.setString(1, key);
                    insert.setString(2, txId);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** Transactions that touched a certificate, oldest first. */
    List<String> transactionsTouching(String certificateId) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT e.tx_id FROM ledger_certificate_event c JOIN ledger_event e ON e.seq = c.seq"
                        + " WHERE c.certificate_id = ? ORDER BY e.seq")) {
            query.setString(1, certificateId);
            try (ResultSet rows = query.executeQuery()) {
                List<String> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        }
    }

    /**
     * Hands out {@code count} numbers and returns the first. The counter's row stays locked until the transaction
     * commits, so that the order of numbers is the order of commits and none is missing.
     */
    long take(int count) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE ledger_event_counter SET last_seq = last_seq + ? WHERE id = 1")) {
            update.setInt(1, count);
            if (update.executeUpdate() == 0) {
                execute("INSERT INTO ledger_event_counter (id, last_seq) VALUES (1, 0)");
                return take(count);
            }
        }
        return last() - count + 1;
    }

    private long last() throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT last_seq FROM ledger_event_counter WHERE id = 1");
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Writes events under numbers from {@code first} on, and which certificates they speak of. */
    void append(long first, String txId, Instant at, List<EventDraft> events) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO ledger_event (seq, tx_id, recorded_millis, event_type, data) VALUES (?, ?, ?, ?, ?)");
                PreparedStatement index = connection.prepareStatement(
                        "INSERT INTO ledger_certificate_event (certificate_id, seq) VALUES (?, ?)")) {
            long seq = first;
            for (EventDraft event : events) {
                insert.setLong(1, seq);
                insert.setString(2, txId);
                insert.setLong(3, at.toEpochMilli());
                insert.setString(4, event.type());
                insert.setBytes(5, event.data().toString().getBytes(StandardCharsets.UTF_8));
                insert.addBatch();
                for (String certificateId : event.certificateIds()) {
                    index.setString(1, certificateId);
                    index.setLong(2, seq);
                    index.addBatch();
                }
                seq++;
            }
            insert.executeBatch();
            index.executeBatch();
        }
    }

    List<EventRow> after(long seq, int limit) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT seq, tx_id, recorded_millis, event_type, data FROM ledger_event"
                        + " WHERE seq > ? ORDER BY seq LIMIT ?")) {
            query.setLong(1, seq);
            query.setInt(2, limit);
            try (ResultSet rows = query.executeQuery()) {
                List<EventRow> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(new EventRow(
                            rows.getLong(1),
                            rows.getString(2),
                            Instant.ofEpochMilli(rows.getLong(3)),
                            rows.getString(4),
                            new String(rows.getBytes(5), StandardCharsets.UTF_8)));
                }
                return found;
            }
        }
    }

    private Optional<String> text(String sql, String argument) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, argument);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    private void execute(String sql, String... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            statement.executeUpdate();
        }
    }
}
