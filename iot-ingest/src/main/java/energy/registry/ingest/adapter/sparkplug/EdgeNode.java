package energy.registry.ingest.adapter.sparkplug;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a host knows of one node between its birth and its death: which alias is which metric of which device, and which
 * number comes next. Numbers go from 255 to 0; a hole in them, or a metric nobody announced, asks for a rebirth.
 */
final class EdgeNode {
    private static final int SEQUENCE_COUNT = 256;

    /** Metrics announced by a node; more than a large plant has. */
    private static final int ALIASES_MAX = 50_000;

    private final Map<Long, Name> aliases = new HashMap<>();
    private boolean born;
    private int expected;

    /** A metric's full name; device empty for the node's own. */
    record Name(String device, String metric) {}

    /** A number that a device told. */
    record Told(Name name, long epochMilli, BigDecimal value) {}

    /**
     * What came of a message.
     *
     * @param complete whether nothing is missing; else a rebirth is due
     */
    record Heard(List<Told> values, boolean complete) {}

    Heard hear(SparkplugTopic topic, SparkplugPayload payload) {
        return switch (topic.type()) {
            case "NBIRTH" -> birth(topic, payload);
            case "DBIRTH", "NDATA", "DDATA", "DDEATH" -> data(topic, payload);
            case "NDEATH" -> death();
            default -> new Heard(List.of(), true);
        };
    }

    private Heard birth(SparkplugTopic topic, SparkplugPayload payload) {
        aliases.clear();
        born = true;
        expected = (int) Math.floorMod(payload.seq() + 1, (long) SEQUENCE_COUNT);
        announce(topic, payload);
        return new Heard(values(topic, payload), true);
    }

    private Heard death() {
        born = false;
        aliases.clear();
        return new Heard(List.of(), true);
    }

    private Heard data(SparkplugTopic topic, SparkplugPayload payload) {
        if (!born) {
            return new Heard(List.of(), false);
        }
        boolean inSequence = payload.seq() == expected;
        expected = (int) Math.floorMod(payload.seq() + 1, (long) SEQUENCE_COUNT);
        if (topic.type().equals("DBIRTH")) {
            announce(topic, payload);
        }
        List<Told> values = values(topic, payload);
        boolean known = payload.metrics().stream().allMatch(metric -> name(topic, metric) != null);
        return new Heard(values, inSequence && known);
    }

    private void announce(SparkplugTopic topic, SparkplugPayload payload) {
        for (SparkplugPayload.Metric metric : payload.metrics()) {
            if (metric.alias() >= 0 && !metric.name().isEmpty() && aliases.size() < ALIASES_MAX) {
                aliases.put(metric.alias(), new Name(topic.device(), metric.name()));
            }
        }
    }

    private List<Told> values(SparkplugTopic topic, SparkplugPayload payload) {
        List<Told> values = new ArrayList<>();
        for (SparkplugPayload.Metric metric : payload.metrics()) {
            Name name = name(topic, metric);
            long at = metric.timestamp() > 0 ? metric.timestamp() : payload.timestamp();
            if (name != null && metric.value() != null && at > 0) {
                values.add(new Told(name, at, metric.value()));
            }
        }
        return values;
    }

    private Name name(SparkplugTopic topic, SparkplugPayload.Metric metric) {
        if (!metric.name().isEmpty()) {
            return new Name(topic.device(), metric.name());
        }
        return aliases.get(metric.alias());
    }
}
