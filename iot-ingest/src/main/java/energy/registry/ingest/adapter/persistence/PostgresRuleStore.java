package energy.registry.ingest.adapter.persistence;

import energy.registry.ingest.plausibility.RuleDefinition;
import energy.registry.ingest.port.RuleStore;
import energy.registry.ingest.statement.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** {@link RuleStore} on the schema {@code ingest}. */
public final class PostgresRuleStore implements RuleStore {
    private final Database database;

    public PostgresRuleStore(Database database) {
        this.database = database;
    }

    @Override
    public List<RuleDefinition> all() {
        return database.inTransaction(
                connection -> Query.on(connection, "select * from device_rule order by device_id, rule, version")
                        .list(PostgresRuleStore::read));
    }

    private static RuleDefinition read(ResultSet row) throws SQLException {
        return new RuleDefinition(
                row.getString("rule"),
                row.getInt("version"),
                row.getString("technology"),
                row.getString("device_id"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("sentence"),
                row.getString("remedy"),
                row.getString("source"),
                ParametersJson.read(row.getString("parameters")));
    }

    @Override
    public void add(RuleDefinition rule, String actor, String reason, Instant now) {
        int added = database.inTransaction(connection -> Query.on(
                        connection,
                        "insert into device_rule (device_id, rule, version, technology, outcome, sentence, remedy,"
                                + " source, parameters, actor, reason, set_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?) on conflict do nothing")
                .with(
                        rule.device(),
                        rule.rule(),
                        rule.version(),
                        rule.technology(),
                        rule.outcome().name())
                .with(rule.text(), rule.remedy(), rule.source(), ParametersJson.write(rule.parameters()))
                .with(actor, reason, now)
                .update());
        if (added == 0) {
            throw new IllegalStateException("version " + rule.version() + " of " + rule.rule() + " for " + rule.device()
                    + " was set by somebody else at the same time; read the rules and try again");
        }
    }
}
