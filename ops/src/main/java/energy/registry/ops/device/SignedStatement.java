package energy.registry.ops.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Reading;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.identity.KeySignature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * A statement as it goes over the wire, exactly as it was signed.
 *
 * @param remainder what the meter's register carries below one Wh after this statement, in its own unit
 * @param body the JSON message
 */
public record SignedStatement(IntervalStatement statement, Digest digest, long remainder, String body) {

    static SignedStatement of(
            IntervalStatement statement, SignedRecord signed, long remainder, List<Reading> readings) {
        ObjectNode body = Json.object()
                .put("statement", Json.base(signed.record()))
                .put("keyId", signed.signature().keyId().toString())
                .put("signature", Json.base(signed.signature().signature()));
        ArrayNode samples = body.putArray("readings");
        for (Reading reading : readings) {
            ObjectNode sample = samples.addObject()
                    .put("t", Instant.ofEpochSecond(reading.epochSecond()).toString())
                    .put("registerWh", reading.registerWh())
                    .put("powerW", reading.powerW());
            ObjectNode witnesses = sample.putObject("witnesses");
            reading.witnesses().forEach(witnesses::put);
        }
        return new SignedStatement(statement, signed.digest(), remainder, Json.text(body));
    }

    /** Reads the message back; what it says of itself is computed again and not believed. */
    static SignedStatement read(long remainder, JsonNode body) {
        byte[] record = Base64.getDecoder().decode(body.path("statement").asText());
        KeySignature signature = new KeySignature(
                Digest.parse(body.path("keyId").asText()),
                Base64.getDecoder().decode(body.path("signature").asText()));
        return new SignedStatement(
                IntervalStatement.decode(record),
                new SignedRecord(record, signature).digest(),
                remainder,
                Json.text(body));
    }

    public ProductionPeriod period() {
        return statement.period();
    }

    public long sequence() {
        return statement.sequence();
    }

    public long energyWh() {
        return statement.registerEndWh() - statement.registerStartWh();
    }

    MeterPosition after() {
        return new MeterPosition(
                statement.epoch(),
                statement.sequence() + 1,
                statement.registerEndWh(),
                statement.period().endEpochSecond(),
                digest);
    }
}
