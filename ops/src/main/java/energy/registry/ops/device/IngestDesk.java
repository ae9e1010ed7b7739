package energy.registry.ops.device;

import com.fasterxml.jackson.databind.JsonNode;
import energy.registry.domain.encoding.Digest;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** What a sender asks ingest: where its meter stands, and what became of its statements. */
public final class IngestDesk {
    private final HttpDoor door;

    public IngestDesk(HttpDoor door) {
        this.door = door;
    }

    /** Empty while ingest does not know the meter. */
    public Optional<MeterPosition> position(String meterId) throws IOException {
        HttpDoor.Answer answer = door.get("/v1/meters/" + meterId + "/position");
        if (answer.status() == 404) {
            return Optional.empty();
        }
        if (!answer.isAccepted()) {
            throw new IOException(door + " does not tell the position of " + meterId + ": " + answer.problem());
        }
        JsonNode at = answer.body();
        String lastEnd = at.path("lastEnd").asText("");
        String previous = at.path("previous").asText("");
        return Optional.of(new MeterPosition(
                at.path("epoch").asInt(),
                at.path("nextSequence").asLong(),
                at.path("registerWh").asLong(),
                lastEnd.isEmpty() || at.path("lastEnd").isNull()
                        ? MeterPosition.NONE
                        : Instant.parse(lastEnd).getEpochSecond(),
                previous.isEmpty() || at.path("previous").isNull() ? Digest.ZERO : Digest.parse(previous)));
    }

    /** One page of a device's statements, as ingest tells them. */
    public JsonNode statements(String deviceId, Instant from, Instant to, String after, int limit) throws IOException {
        HttpDoor.Answer answer = door.get("/v1/statements?device=" + deviceId + "&from=" + from + "&to=" + to
                + (after.isEmpty() ? "" : "&after=" + after) + "&limit=" + limit);
        if (!answer.isAccepted()) {
            throw new IOException(door + " does not tell the statements of " + deviceId + ": " + answer.problem());
        }
        return answer.body();
    }

    public boolean isHealthy() {
        return door.isHealthy();
    }
}
