package energy.registry.ingest.adapter.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.ingest.agent.AgentSource;
import energy.registry.ingest.port.AgentSources;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** {@link AgentSources} on the schema {@code ingest}. */
public final class PostgresAgentSources implements AgentSources {
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, false);

    private final Database database;

    public PostgresAgentSources(Database database) {
        this.database = database;
    }

    @Override
    public List<AgentSource> current() {
        return database.inTransaction(connection -> Query.on(
                        connection,
                        "select * from (select distinct on (meter_id) * from agent_source"
                                + " order by meter_id, source_id desc) s where kind <> 'NONE'")
                .list(PostgresAgentSources::read));
    }

    @Override
    public void set(AgentSource source, String actor, String reason, Instant now) {
        database.inTransaction(connection -> Query.on(
                        connection,
                        "insert into agent_source (meter_id, kind, settings, set_by, set_reason, set_at)"
                                + " values (?, ?, ?::jsonb, ?, ?, ?)")
                .with(source.meterId(), kind(source), write(source), actor, reason, now)
                .update());
    }

    private static String kind(AgentSource source) {
        if (source instanceof AgentSource.Sparkplug) {
            return "SPARKPLUG";
        }
        return source instanceof AgentSource.Modbus ? "MODBUS" : "NONE";
    }

    private static String write(AgentSource source) {
        try {
            return JSON.writeValueAsString(source);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("sources are plain data", e);
        }
    }

    private static AgentSource read(ResultSet row) throws SQLException {
        Class<? extends AgentSource> type =
                row.getString("kind").equals("SPARKPLUG") ? AgentSource.Sparkplug.class : AgentSource.Modbus.class;
        try {
            return JSON.readValue(row.getString("settings"), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the column holds what write() wrote", e);
        }
    }
}
