package energy.registry.ingest.adapter.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import energy.registry.domain.encoding.Digest;
import energy.registry.ingest.statement.Answer;
import energy.registry.ingest.statement.Position;
import java.io.IOException;
import java.time.Instant;

/** The JSON that leaves through the doors. */
public final class Wire {
    private static final ObjectMapper JSON = new ObjectMapper()
            .setSerializationInclusion(JsonInclude.Include.NON_NULL)
            .registerModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(Digest.class, ToStringSerializer.instance));

    private Wire() {}

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    public static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    public static byte[] bytes(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reports are plain data", e);
        }
    }

    /** @throws IllegalArgumentException when the bytes are no JSON object */
    public static JsonNode read(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json == null || !json.isObject()) {
                throw new IllegalArgumentException("body: expected a JSON object");
            }
            return json;
        } catch (IOException e) {
            throw new IllegalArgumentException("body: it is not JSON");
        }
    }

    /** An answer to a statement, as it is published and returned. */
    public static ObjectNode answer(Answer answer) {
        ObjectNode json = object();
        if (answer.statement() != null) {
            json.put("statementDigest", answer.statement().toString());
        }
        json.put("status", answer.status().name());
        if (answer.refusal() != null) {
            json.put("rule", answer.refusal().rule().name());
            json.put("field", answer.refusal().field());
            json.put("detail", answer.refusal().detail());
        }
        if (!answer.findings().isEmpty()) {
            json.set("findings", tree(answer.findings()));
        }
        if (answer.position() != null) {
            json.put("nextSequence", answer.position().nextSequence());
            json.put("epoch", answer.position().epoch());
        }
        return json;
    }

    public static ObjectNode position(Position position) {
        ObjectNode json = object();
        json.put("epoch", position.epoch());
        json.put("nextSequence", position.nextSequence());
        json.put("registerWh", position.registerWh());
        json.put(
                "lastEnd",
                position.lastEnd() == null ? null : position.lastEnd().toString());
        json.put("previous", position.previous().toString());
        if (position.openEpoch() != null) {
            json.put("openEpoch", position.openEpoch());
        }
        if (position.isHeld()) {
            json.put("held", position.heldReason());
        }
        return json;
    }
}
