package energy.registry.ingest.adapter.sparkplug;

import energy.registry.ingest.adapter.mqtt.TopicExtension;
import energy.registry.ingest.agent.AgentSource;
import energy.registry.ingest.agent.Sample;
import energy.registry.ingest.application.AgentMetering;
import energy.registry.ingest.application.FollowSources;
import energy.registry.ingest.register.Counter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Sparkplug host application on the same server: nodes publish their births and data here, and are asked for a rebirth
 * when something is missing. Registers among their metrics become samples of the metering agent.
 */
public final class SparkplugDoor implements TopicExtension, AutoCloseable {
    /** Nodes remembered at once. */
    private static final int NODES_MAX = 10_000;

    /** A node is asked for a rebirth at most this often. */
    private static final long REBIRTH_MILLIS = 5_000;

    private static final long MILLIS_PER_SECOND = 1_000;
    private static final int THREADS = 2;
    private static final String STATE = SparkplugTopic.NAMESPACE + "STATE/registry";
    private static final Logger LOG = LoggerFactory.getLogger(SparkplugDoor.class);

    private final FollowSources sources;
    private final Clock clock;
    private final Map<String, EdgeNode> nodes = new ConcurrentHashMap<>();
    private final Map<String, Long> askedAt = new ConcurrentHashMap<>();
    private final ExecutorService work = Executors.newFixedThreadPool(THREADS, task -> new Thread(task, "sparkplug"));

    public SparkplugDoor(FollowSources sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    @Override
    public boolean owns(String topic) {
        return topic.startsWith(SparkplugTopic.NAMESPACE);
    }

    @Override
    public CompletionStage<List<Reply>> take(String topic, byte[] payload, String peer, Predicate<String> mayUse) {
        Optional<SparkplugTopic> read = SparkplugTopic.read(topic);
        if (read.isEmpty() || read.get().type().endsWith("CMD") || topic.contains("/STATE/")) {
            return CompletableFuture.completedFuture(List.of());
        }
        SparkplugPayload said;
        try {
            said = SparkplugPayload.read(payload);
        } catch (IllegalArgumentException e) {
            LOG.warn(
                    "event=sparkplug-malformed node={} problem=\"{}\"",
                    read.get().nodeKey(),
                    e.getMessage());
            return CompletableFuture.completedFuture(List.of());
        }
        EdgeNode.Heard heard = hear(read.get(), said);
        List<Reply> replies = heard.complete() ? List.of() : rebirth(read.get());
        Map<AgentSource.Sparkplug, List<Sample>> samples = samples(read.get(), heard, mayUse);
        if (samples.isEmpty()) {
            return CompletableFuture.completedFuture(replies);
        }
        return CompletableFuture.supplyAsync(
                () -> {
                    samples.forEach((meter, each) -> sources.heard(
                            meter.meterId(),
                            each,
                            Counter.ofUnit(meter.powerOfTen(), meter.rollsAtWh()),
                            new AgentMetering.Source("sparkplug", peer)));
                    return replies;
                },
                work);
    }

    private EdgeNode.Heard hear(SparkplugTopic topic, SparkplugPayload said) {
        EdgeNode node = nodes.size() < NODES_MAX
                ? nodes.computeIfAbsent(topic.nodeKey(), any -> new EdgeNode())
                : nodes.get(topic.nodeKey());
        if (node == null) {
            return new EdgeNode.Heard(List.of(), true);
        }
        synchronized (node) {
            return node.hear(topic, said);
        }
    }

    private Map<AgentSource.Sparkplug, List<Sample>> samples(
            SparkplugTopic topic, EdgeNode.Heard heard, Predicate<String> mayUse) {
        Map<AgentSource.Sparkplug, List<Sample>> samples = new LinkedHashMap<>();
        for (AgentSource source : sources.all()) {
            if (source instanceof AgentSource.Sparkplug mine
                    && mine.group().equals(topic.group())
                    && mine.node().equals(topic.node())
                    && mayUse.test(mine.meterId())) {
                List<Sample> told = samples(mine, heard);
                if (!told.isEmpty()) {
                    samples.put(mine, told);
                }
            }
        }
        return samples;
    }

    private static List<Sample> samples(AgentSource.Sparkplug source, EdgeNode.Heard heard) {
        EdgeNode.Name wanted = new EdgeNode.Name(source.device(), source.metric());
        List<Sample> samples = new ArrayList<>();
        for (EdgeNode.Told told : heard.values()) {
            BigDecimal wattHours = told.value().scaleByPowerOfTen(source.powerOfTen());
            boolean fits = wattHours.signum() >= 0 && wattHours.precision() - wattHours.scale() <= 18;
            if (told.name().equals(wanted) && fits) {
                samples.add(new Sample(
                        Math.floorDiv(told.epochMilli(), MILLIS_PER_SECOND),
                        wattHours.setScale(0, RoundingMode.FLOOR).longValueExact(),
                        0));
            }
        }
        samples.sort(Comparator.comparingLong(Sample::epochSecond));
        return samples;
    }

    private List<Reply> rebirth(SparkplugTopic topic) {
        long now = clock.millis();
        Long asked = askedAt.get(topic.nodeKey());
        if (asked != null && now - asked < REBIRTH_MILLIS || askedAt.size() >= NODES_MAX) {
            return List.of();
        }
        askedAt.put(topic.nodeKey(), now);
        LOG.info("event=sparkplug-rebirth node={}", topic.nodeKey());
        return List.of(new Reply(topic.command(), RebirthCommand.at(now), false));
    }

    /** Nodes that wait for their host learn that it is there. */
    @Override
    public List<Reply> subscribed(String filter) {
        if (!filter.startsWith(SparkplugTopic.NAMESPACE)) {
            return null;
        }
        String state = "{\"online\":true,\"timestamp\":" + clock.millis() + "}";
        return filter.contains("/STATE/") || filter.endsWith("/#") && !filter.contains("CMD")
                ? List.of(new Reply(STATE, state.getBytes(StandardCharsets.UTF_8), true))
                : List.of();
    }

    @Override
    public void close() {
        work.shutdown();
    }
}
