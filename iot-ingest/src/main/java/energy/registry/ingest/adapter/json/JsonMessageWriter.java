package energy.registry.ingest.adapter.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.evidence.Reading;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.ingest.port.MessageWriter;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** The wire's envelope of a signed statement. */
public final class JsonMessageWriter implements MessageWriter {
    @Override
    public byte[] write(SignedRecord signed, List<Reading> readings) {
        ObjectNode json = Wire.object();
        json.put("statement", Base64.getEncoder().encodeToString(signed.record()));
        json.put("keyId", signed.signature().keyId().toString());
        json.put(
                "signature",
                Base64.getEncoder().encodeToString(signed.signature().signature()));
        ArrayNode list = json.putArray("readings");
        for (Reading reading : readings) {
            ObjectNode node = list.addObject();
            node.put("t", Instant.ofEpochSecond(reading.epochSecond()).toString());
            node.put("registerWh", reading.registerWh());
            node.put("powerW", reading.powerW());
            ObjectNode witnesses = node.putObject("witnesses");
            reading.witnesses().forEach(witnesses::put);
        }
        return Wire.bytes(json);
    }
}
