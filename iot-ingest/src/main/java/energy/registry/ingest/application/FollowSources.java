package energy.registry.ingest.application;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.ingest.agent.AgentSource;
import energy.registry.ingest.agent.AgentTerms;
import energy.registry.ingest.agent.FollowedCounter;
import energy.registry.ingest.agent.Sample;
import energy.registry.ingest.port.AgentSources;
import energy.registry.ingest.port.AgentStore;
import energy.registry.ingest.port.DeviceDirectory;
import energy.registry.ingest.register.Counter;
import energy.registry.ingest.register.CounterStep;
import energy.registry.ingest.statement.Position;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What live sources tell of meters that cannot sign, on its way to the metering agent. */
public final class FollowSources {
    private static final Logger LOG = LoggerFactory.getLogger(FollowSources.class);

    private final AgentSources sources;
    private final AgentStore store;
    private final AgentMetering agent;
    private final Meters meters;
    private final DeviceDirectory devices;
    private final Clock clock;
    private final Consumer<CounterStep> steps;
    private final Map<String, AgentSource> byMeter = new ConcurrentHashMap<>();
    private final Map<String, Life> lives = new ConcurrentHashMap<>();

    /** @param steps told of everything unusual that counters do */
    public FollowSources(
            AgentSources sources,
            AgentStore store,
            AgentMetering agent,
            Meters meters,
            DeviceDirectory devices,
            Consumer<CounterStep> steps,
            Clock clock) {
        this.sources = sources;
        this.store = store;
        this.agent = agent;
        this.meters = meters;
        this.devices = devices;
        this.steps = steps;
        this.clock = clock;
    }

    public void load() {
        sources.current().forEach(source -> byMeter.put(source.meterId(), source));
    }

    public void set(AgentSource source, String actor, String reason) {
        sources.set(source, actor, reason, clock.instant());
        if (source instanceof AgentSource.None) {
            byMeter.remove(source.meterId());
        } else {
            byMeter.put(source.meterId(), source);
        }
    }

    public List<AgentSource> all() {
        return List.copyOf(byMeter.values());
    }

    /** Whether the device behind a meter is registered with the agent's key. */
    private Optional<AgentTerms> terms(String meterId) {
        return devices.byMeter(meterId).flatMap(agent::termsOf);
    }

    /**
     * Keeps samples and states what they complete; durable when this returns. Samples of a meter for which the agent
     * does not speak, and samples that no energy explains, are left aside and told in the log and the metrics.
     *
     * @param shown as the counter shows it, in whole Wh
     * @return how many were taken
     */
    public int heard(String meterId, List<Sample> shown, Counter kind, AgentMetering.Source source) {
        Optional<AgentTerms> terms = terms(meterId);
        if (terms.isEmpty()) {
            LOG.warn("event=source-without-agent meter={} door={}", meterId, source.door());
            return 0;
        }
        ProductionDevice device = devices.byMeter(meterId).orElseThrow();
        List<Sample> possible = registers(device, shown, kind);
        if (!possible.isEmpty()) {
            agent.samples(device, terms.get(), possible, source).answers().stream()
                    .filter(answer -> answer.refusal() != null)
                    .forEach(answer -> LOG.warn(
                            "event=agent-refused meter={} rule={} detail=\"{}\"",
                            meterId,
                            answer.refusal().rule(),
                            answer.refusal().detail()));
        }
        return possible.size();
    }

    /** Followed by the number of the register's life, so that an exchange or reset that was recorded begins anew. */
    private record Life(FollowedCounter counter, int epoch, Counter kind) {}

    private List<Sample> registers(ProductionDevice device, List<Sample> shown, Counter kind) {
        Position at = meters.position(device.meterId()).orElse(Position.initial(device.meterId()));
        int epoch = at.openEpoch() == null ? at.epoch() : at.openEpoch();
        Life life = lives.compute(
                device.meterId(),
                (meterId, known) ->
                        known != null && known.epoch() == epoch && known.kind().equals(kind)
                                ? known
                                : new Life(
                                        new FollowedCounter(
                                                kind.on(device.capacityW(), device.intervalSeconds()),
                                                at.openEpoch() == null
                                                        ? store.lastSample(meterId)
                                                                .orElse(null)
                                                        : null),
                                        epoch,
                                        kind));
        return life.counter().take(shown, step -> {
            steps.accept(step);
            if (!(step instanceof CounterStep.Repeated)) { // cached readings are common and say nothing
                LOG.warn("event=counter meter={} step=\"{}\"", device.meterId(), step);
            }
        });
    }

    /** What the meter's counter did last; empty while it is ordinary or unknown. */
    public Optional<CounterStep> lastStep(String meterId) {
        return Optional.ofNullable(lives.get(meterId))
                .map(life -> life.counter().lastStep());
    }
}
