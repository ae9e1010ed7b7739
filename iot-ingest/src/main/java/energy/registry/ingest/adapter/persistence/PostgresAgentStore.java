package energy.registry.ingest.adapter.persistence;

import energy.registry.domain.evidence.Origin;
import energy.registry.ingest.agent.AgentTerms;
import energy.registry.ingest.agent.Sample;
import energy.registry.ingest.port.AgentStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link AgentStore} on the schema {@code ingest}. */
public final class PostgresAgentStore implements AgentStore {
    private final Database database;

    public PostgresAgentStore(Database database) {
        this.database = database;
    }

    @Override
    public List<AgentTerms> terms() {
        return database.inTransaction(connection -> Query.on(
                        connection, "select distinct on (meter_id) * from agent_terms order by meter_id, terms_id desc")
                .list(PostgresAgentStore::readTerms));
    }

    @Override
    public void enrol(AgentTerms terms, String actor, String reason) {
        database.inTransaction(connection -> Query.on(
                        connection,
                        "insert into agent_terms (meter_id, key_id, origin, forward_is_generation, zone, enrolled_at,"
                                + " actor, reason) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .with(terms.meterId(), terms.keyId(), terms.origin().name(), terms.forwardIsGeneration())
                .with(terms.zone().getId(), terms.enrolledAt(), actor, reason)
                .update());
    }

    @Override
    public int keep(String meterId, List<Sample> samples, String door, Instant receivedAt) {
        return database.inTransaction(connection -> Query.on(
                        connection,
                        "insert into agent_sample (meter_id, at, register_wh, power_w, door, received_at)"
                                + " select ?, s.at, s.register_wh, s.power_w, ?, ?"
                                + " from unnest(?, ?, ?) s(at, register_wh, power_w) on conflict do nothing")
                .with(meterId, door, receivedAt)
                .array("bigint", samples.stream().map(Sample::epochSecond).toArray())
                .array("bigint", samples.stream().map(Sample::registerWh).toArray())
                .array("bigint", samples.stream().map(Sample::powerW).toArray())
                .update());
    }

    @Override
    public List<Sample> samples(String meterId, long from, int limit) {
        return database.inTransaction(connection -> Query.on(
                        connection, "select * from agent_sample where meter_id = ? and at >= ? order by at limit ?")
                .with(meterId, from, limit)
                .list(PostgresAgentStore::readSample));
    }

    @Override
    public Optional<Sample> lastSample(String meterId) {
        return database.inTransaction(connection -> Query.on(
                        connection, "select * from agent_sample where meter_id = ? order by at desc limit 1")
                .with(meterId)
                .first(PostgresAgentStore::readSample));
    }

    @Override
    public Map<Long, Long> stated(String deviceId, Instant from, Instant until) {
        return database.inTransaction(connection -> {
            Map<Long, Long> stated = new HashMap<>();
            Query.on(
                            connection,
                            "select start_at, energy_wh from interval"
                                    + " where device_id = ? and start_at >= ? and start_at < ? and superseded_at is null")
                    .with(deviceId, from, until)
                    .list(row -> stated.put(Query.instant(row, "start_at").getEpochSecond(), row.getLong("energy_wh")));
            return stated;
        });
    }

    private static Sample readSample(ResultSet row) throws SQLException {
        return new Sample(row.getLong("at"), row.getLong("register_wh"), row.getLong("power_w"));
    }

    private static AgentTerms readTerms(ResultSet row) throws SQLException {
        return new AgentTerms(
                row.getString("meter_id"),
                Query.digest(row, "key_id"),
                Origin.valueOf(row.getString("origin")),
                row.getBoolean("forward_is_generation"),
                ZoneOffset.of(row.getString("zone")),
                Query.instant(row, "enrolled_at"));
    }
}
