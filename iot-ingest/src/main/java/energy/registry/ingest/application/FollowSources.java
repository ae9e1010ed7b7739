package energy.registry.ingest.application;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.ingest.agent.AgentSource;
import energy.registry.ingest.agent.AgentTerms;
import energy.registry.ingest.agent.CounterRegister;
import energy.registry.ingest.agent.Sample;
import energy.registry.ingest.port.AgentSources;
import energy.registry.ingest.port.AgentStore;
import energy.registry.ingest.port.DeviceDirectory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<String, AgentSource> byMeter = new ConcurrentHashMap<>();

    public FollowSources(
            AgentSources sources,
            AgentStore store,
            AgentMetering agent,
            Meters meters,
            DeviceDirectory devices,
            Clock clock) {
        this.sources = sources;
        this.store = store;
        this.agent = agent;
        this.meters = meters;
        this.devices = devices;
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
     * does not speak, and samples that no energy explains, are left aside and told in the log.
     *
     * @return how many were taken
     */
    public int heard(String meterId, List<Sample> samples, AgentMetering.Source source) {
        Optional<AgentTerms> terms = terms(meterId);
        if (terms.isEmpty()) {
            LOG.warn("event=source-without-agent meter={} door={}", meterId, source.door());
            return 0;
        }
        ProductionDevice device = devices.byMeter(meterId).orElseThrow();
        List<Sample> possible = possible(device, samples);
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

    private List<Sample> possible(ProductionDevice device, List<Sample> samples) {
        List<Sample> possible = new ArrayList<>();
        Sample last = lastOf(device).orElse(null);
        for (Sample sample : samples) {
            boolean later = last == null || sample.epochSecond() > last.epochSecond();
            if (later
                    && last != null
                    && !CounterRegister.isPossible(
                            sample.registerWh(), last, sample.epochSecond(), device.capacityW())) {
                LOG.warn(
                        "event=sample-impossible meter={} register={} before={}",
                        device.meterId(),
                        sample.registerWh(),
                        last.registerWh());
                continue;
            }
            possible.add(sample);
            last = later ? sample : last;
        }
        return possible;
    }

    /** The last sample, unless the issuing body has recorded that the register begins anew. */
    private Optional<Sample> lastOf(ProductionDevice device) {
        boolean anew = meters.position(device.meterId())
                .map(at -> at.openEpoch() != null)
                .orElse(false);
        return anew ? Optional.empty() : store.lastSample(device.meterId());
    }

    /** The register behind a counter of 32 bits; empty when it fell or jumped as no energy explains. */
    public OptionalLong unrolled(String meterId, long count, int powerOfTen, long atSecond) {
        Optional<ProductionDevice> device = devices.byMeter(meterId);
        if (device.isEmpty()) {
            return OptionalLong.empty();
        }
        Sample last = lastOf(device.get()).orElse(null);
        OptionalLong register = CounterRegister.register(
                count, powerOfTen, last, atSecond, device.get().capacityW());
        if (register.isEmpty()) {
            LOG.warn("event=counter-impossible meter={} count={} before={}", meterId, count, last);
        }
        return register;
    }
}
