package energy.registry.ingest.adapter.persistence;

import energy.registry.ingest.port.ClaimStore.Decision;
import energy.registry.ingest.port.ClaimStore.Due;
import energy.registry.ingest.port.ClaimStore.Judged;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Carries out and keeps a person's decision on a held interval. */
final class DecisionRows {
    private static final String LOCK = "select i.statement_id, i.n, i.device_id, i.start_at, i.end_at, i.grace_until"
            + " from interval i join statement s using (statement_id)"
            + " where s.digest = ? and i.n = ? and i.status = 'HELD' and i.superseded_at is null for update of i";

    private final Connection connection;
    private final Instant now;

    DecisionRows(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    Optional<String> decide(Decision decision, Function<Due, Judged> judge) throws SQLException {
        Optional<JudgementRows.DueRow> held = Query.on(connection, LOCK)
                .with(decision.statement(), decision.interval())
                .first(JudgementRows::due);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        String status = decision.release() ? release(held.get(), judge) : reject(held.get());
        Query.on(
                        connection,
                        "insert into decision (statement_id, n, decision, actor, reason, outcome, at)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                .with(held.get().statementId(), held.get().n(), decision.release() ? "RELEASE" : "REJECT")
                .with(decision.actor(), decision.reason(), status, now)
                .update();
        return Optional.of(status);
    }

    /** Looks at all evidence there is now; a person cannot overrule it, only have it looked at again. */
    private String release(JudgementRows.DueRow held, Function<Due, Judged> judge) throws SQLException {
        new JudgementRows(connection, now).judge(List.of(held), judge);
        return Query.on(connection, "select status from interval where statement_id = ? and n = ?")
                .with(held.statementId(), held.n())
                .first(row -> row.getString(1))
                .orElseThrow();
    }

    private String reject(JudgementRows.DueRow held) throws SQLException {
        Query.on(connection, "update interval set status = 'REJECTED', due_at = null where statement_id = ? and n = ?")
                .with(held.statementId(), held.n())
                .update();
        return "REJECTED";
    }
}
