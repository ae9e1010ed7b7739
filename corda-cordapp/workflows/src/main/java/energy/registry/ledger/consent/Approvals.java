package energy.registry.ledger.consent;

import energy.registry.domain.certificate.RecordNumber;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import net.corda.core.node.AppServiceHub;
import net.corda.core.node.services.CordaService;
import net.corda.core.serialization.SingletonSerializeAsToken;

/** Approvals given on this node, in its own database. */
@CordaService
public final class Approvals extends SingletonSerializeAsToken {
    private final AppServiceHub hub;

    public Approvals(AppServiceHub hub) {
        this.hub = hub;
    }

    /** Keeps an approval and says its number; the same request has the same number and is kept once. */
    public String give(String requestId, Act act, String subject, String actor, String reason, Instant validUntil) {
        String approvalId = RecordNumber.ofRequest("AP", requestId, act.name());
        try {
            if (!exists("SELECT 1 FROM ledger_approval WHERE approval_id = ?", approvalId)) {
                insert(approvalId, act, subject, actor, reason, validUntil);
            }
            return approvalId;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot keep an approval", e);
        }
    }

    private void insert(String approvalId, Act act, String subject, String actor, String reason, Instant validUntil)
            throws SQLException {
        try (PreparedStatement insert = hub.jdbcSession()
                .prepareStatement("INSERT INTO ledger_approval (approval_id, act, subject, actor, reason, given_millis,"
                        + " valid_until_millis) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, approvalId);
            insert.setString(2, act.name());
            insert.setString(3, subject);
            insert.setString(4, actor);
            insert.setString(5, reason);
            insert.setLong(6, hub.getClock().millis());
            insert.setLong(7, validUntil.toEpochMilli());
            insert.executeUpdate();
        }
    }

    /** Whether the act on the subject is approved now. */
    public boolean isGiven(Act act, String subject) {
        try {
            return exists(
                    "SELECT 1 FROM ledger_approval WHERE act = ? AND subject = ? AND valid_until_millis > ?",
                    act.name(),
                    subject,
                    hub.getClock().millis());
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read approvals", e);
        }
    }

    private boolean exists(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement query = hub.jdbcSession().prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                query.setObject(i + 1, arguments[i]);
            }
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }
}
