package energy.registry.web.adapter.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import energy.registry.web.model.Reason;
import energy.registry.web.model.StatementRow;
import energy.registry.web.model.VerdictRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The meter service's statements, read into rows: one for each interval. */
final class StatementJson {
    private static final long UNKNOWN = -1;

    private StatementJson() {}

    static List<StatementRow> rows(JsonNode statements) {
        List<StatementRow> rows = new ArrayList<>();
        statements.forEach(statement -> rows.addAll(intervals(statement)));
        return rows;
    }

    static List<StatementRow> intervals(JsonNode statement) {
        List<StatementRow> rows = new ArrayList<>();
        statement.path("intervals").forEach(interval -> rows.add(row(statement, interval)));
        return rows;
    }

    private static StatementRow row(JsonNode statement, JsonNode interval) {
        JsonNode envelope = interval.path("envelope");
        return new StatementRow(
                statement.path("statementDigest").asText(),
                interval.path("interval").asInt(),
                statement.path("deviceId").asText(),
                statement.path("meterId").asText(),
                statement.path("epoch").asLong(),
                statement.path("sequence").asLong(),
                instant(interval.path("start")),
                instant(interval.path("end")),
                interval.path("energyWh").asLong(),
                statement.path("registerStartWh").asLong(UNKNOWN),
                statement.path("registerEndWh").asLong(UNKNOWN),
                statement.path("quality").asText(""),
                statement.path("origin").asText(""),
                instant(statement.path("receivedAt")),
                reasons(statement.path("findings")),
                interval.path("status").asText(""),
                interval.path("finding").asText(""),
                reasons(interval.path("reasons")),
                envelope.path("minWh").asLong(UNKNOWN),
                envelope.path("maxWh").asLong(UNKNOWN),
                verdicts(interval.path("verdicts")),
                interval.path("claimId").asText(""),
                interval.path("certificateId").asText(""));
    }

    private static List<Reason> reasons(JsonNode nodes) {
        List<Reason> reasons = new ArrayList<>();
        nodes.forEach(node -> reasons.add(new Reason(
                node.isTextual()
                        ? node.asText()
                        : node.path("code").asText(node.path("rule").asText("")),
                node.path("text").asText(""))));
        return reasons;
    }

    private static List<VerdictRow> verdicts(JsonNode nodes) {
        List<VerdictRow> verdicts = new ArrayList<>();
        nodes.forEach(node -> verdicts.add(new VerdictRow(
                node.path("verdictDigest").asText(),
                node.path("cameraId").asText(),
                node.path("clip").asText(),
                node.path("state").asText(),
                node.path("milliRpm").asLong(UNKNOWN),
                node.path("milliRpmUncertainty").asLong(UNKNOWN),
                instant(node.path("start")),
                instant(node.path("end")),
                texts(node.path("flags")),
                texts(node.path("reasons")))));
        return verdicts;
    }

    private static List<String> texts(JsonNode nodes) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(node ->
                texts.add(node.isTextual() ? node.asText() : node.path("code").asText()));
        return texts;
    }

    private static Instant instant(JsonNode node) {
        return node.isTextual() ? Instant.parse(node.asText()) : Instant.EPOCH;
    }
}
