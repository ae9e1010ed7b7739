package energy.registry.ingest.adapter.mqtt;

import energy.registry.ingest.adapter.json.Wire;
import energy.registry.ingest.statement.Answer;
import energy.registry.ingest.statement.Position;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** The last answer of each meter, and who wants to hear the next. */
public final class AnswerBoard implements Consumer<Answer> {
    /** Last answers kept in memory; of other meters, the position tells as much. */
    private static final int RETAINED_MAX = 50_000;

    private final Map<String, Set<Listener>> listeners = new ConcurrentHashMap<>();
    private final Map<String, byte[]> retained = new ConcurrentHashMap<>();
    private final Function<String, Optional<Position>> positions;

    private record Listener(MqttEndpoint endpoint, MqttQoS quality) {}

    /** @param positions where a meter stands, for those that have had no answer since the start */
    public AnswerBoard(Function<String, Optional<Position>> positions) {
        this.positions = positions;
    }

    /**
     * Publishes an answer. A message that anybody could have sent, because its signature did not even match, is answered
     * but not retained: it must not hide the meter's own last answer.
     */
    @Override
    public void accept(Answer answer) {
        String meterId = answer.meterId();
        if (meterId == null) {
            return;
        }
        boolean own = answer.position() != null;
        Set<Listener> heard = listeners.get(meterId);
        if (heard == null && !own) {
            return;
        }
        byte[] payload = Wire.bytes(Wire.answer(answer));
        if (own && (retained.size() < RETAINED_MAX || retained.containsKey(meterId))) {
            retained.put(meterId, payload);
        }
        if (heard != null) {
            heard.forEach(listener -> send(listener, meterId, payload, false));
        }
    }

    void listen(String meterId, MqttEndpoint endpoint, MqttQoS quality) {
        listeners.computeIfAbsent(meterId, id -> ConcurrentHashMap.newKeySet()).add(new Listener(endpoint, quality));
    }

    /** The answer that a new subscriber is told; reads the database for a meter without one. */
    Optional<byte[]> last(String meterId) {
        byte[] last = retained.get(meterId);
        return last != null
                ? Optional.of(last)
                : positions.apply(meterId).filter(at -> at.nextSequence() > 0).map(AnswerBoard::standing);
    }

    private static byte[] standing(Position at) {
        return Wire.bytes(Wire.object()
                .put("statementDigest", at.previous().toString())
                .put("status", Answer.Status.ACCEPTED.name())
                .put("nextSequence", at.nextSequence())
                .put("epoch", at.epoch()));
    }

    void tell(String meterId, MqttEndpoint endpoint, MqttQoS quality, byte[] payload) {
        send(new Listener(endpoint, quality), meterId, payload, true);
    }

    void forget(MqttEndpoint endpoint, Collection<String> meterIds) {
        for (String meterId : meterIds) {
            listeners.computeIfPresent(meterId, (id, heard) -> {
                heard.removeIf(listener -> listener.endpoint() == endpoint);
                return heard.isEmpty() ? null : heard;
            });
        }
    }

    private static void send(Listener listener, String meterId, byte[] payload, boolean retain) {
        MqttEndpoint endpoint = listener.endpoint();
        if (endpoint.isConnected()) {
            endpoint.publish(Topics.ANSWERS + meterId, Buffer.buffer(payload), listener.quality(), false, retain);
        }
    }
}
