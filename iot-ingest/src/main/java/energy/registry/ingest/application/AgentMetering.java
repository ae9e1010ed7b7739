package energy.registry.ingest.application;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Quality;
import energy.registry.domain.evidence.Reading;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.identity.SigningKey;
import energy.registry.domain.merkle.MerkleTree;
import energy.registry.ingest.agent.AgentTerms;
import energy.registry.ingest.agent.EnergySteps;
import energy.registry.ingest.agent.Run;
import energy.registry.ingest.agent.Sample;
import energy.registry.ingest.agent.SampleSteps;
import energy.registry.ingest.agent.Step;
import energy.registry.ingest.port.AgentKeys;
import energy.registry.ingest.port.AgentStore;
import energy.registry.ingest.port.MessageWriter;
import energy.registry.ingest.statement.Answer;
import energy.registry.ingest.statement.Arrival;
import energy.registry.ingest.statement.Position;
import energy.registry.ingest.upload.MeteredInterval;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/**
 * The metering agent: states, with a key that this service holds, what comes from sources that cannot sign. It speaks
 * only for meters whose registered key is the agent's own, so that nobody can bring unsigned data into a chain that a
 * meter itself signs. What it states goes through the same intake as every other statement, and is marked.
 */
public final class AgentMetering {
    /** A commit takes milliseconds; after this the outcome is asked for again with the next data. */
    private static final int COMMIT_SECONDS_MAX = 30;

    /** Samples looked at in one go: a week of ten-second samples. */
    private static final int SAMPLES_MAX = 60_480;

    private static final int SECONDS_PER_HOUR = 3_600;

    /** Locks; meters share them. */
    private static final int LOCKS = 64;

    private final AcceptStatements statements;
    private final Meters meters;
    private final AgentStore store;
    private final AgentKeys keys;
    private final MessageWriter writer;
    private final Clock clock;
    private final Map<String, AgentTerms> terms = new ConcurrentHashMap<>();
    private final Object[] locks =
            IntStream.range(0, LOCKS).mapToObj(i -> new Object()).toArray();

    public AgentMetering(
            AcceptStatements statements,
            Meters meters,
            AgentStore store,
            AgentKeys keys,
            MessageWriter writer,
            Clock clock) {
        this.statements = statements;
        this.meters = meters;
        this.store = store;
        this.keys = keys;
        this.writer = writer;
        this.clock = clock;
    }

    public void load() {
        store.terms().forEach(each -> terms.put(each.meterId(), each));
    }

    /**
     * Makes the agent's key for a meter. It speaks once the issuing body has registered the device with this key.
     *
     * @param settings its key id is filled in
     */
    public SigningKey enrol(AgentTerms settings, String actor, String reason) throws IOException {
        SigningKey key = keys.keyOf(settings.meterId());
        AgentTerms enrolled = new AgentTerms(
                settings.meterId(),
                key.id(),
                settings.origin(),
                settings.forwardIsGeneration(),
                settings.zone(),
                clock.instant());
        store.enrol(enrolled, actor, reason);
        terms.put(enrolled.meterId(), enrolled);
        return key;
    }

    /** Empty when the device signs for itself. */
    public Optional<AgentTerms> termsOf(ProductionDevice device) {
        return Optional.ofNullable(terms.get(device.meterId()))
                .filter(each -> each.keyId().equals(device.meterKey().id()));
    }

    /** What came of stating; {@code problem} is null when all went through. */
    public record Stated(
            List<Answer> answers,
            int accepted,
            List<MeteredInterval> duplicates,
            List<Refused> refused,
            String problem) {
        public Stated {
            answers = List.copyOf(answers);
            duplicates = List.copyOf(duplicates);
            refused = List.copyOf(refused);
        }
    }

    /** An interval that is not stated. @param otherwise whether it was stated with other energy, else its time passed */
    public record Refused(MeteredInterval interval, boolean otherwise, String seen) {}

    /** States interval energies of the device's length, in order of time. */
    public Stated energies(ProductionDevice device, AgentTerms agreed, List<MeteredInterval> intervals, Source source) {
        synchronized (lock(device.meterId())) {
            Position at = meters.position(device.meterId()).orElseThrow();
            Map<Long, Long> known = store.stated(
                    device.deviceId(),
                    java.time.Instant.ofEpochSecond(intervals.get(0).start()),
                    java.time.Instant.ofEpochSecond(
                            intervals.get(intervals.size() - 1).end()));
            List<MeteredInterval> fresh = new ArrayList<>();
            List<MeteredInterval> duplicates = new ArrayList<>();
            List<Refused> refused = new ArrayList<>();
            for (MeteredInterval interval : intervals) {
                Long energy = known.get(interval.start());
                if (energy == null
                        && (at.lastEnd() == null
                                || interval.start() >= at.lastEnd().getEpochSecond())) {
                    fresh.add(interval);
                } else if (energy == null) {
                    refused.add(new Refused(interval, false, "Time is accounted for up to " + at.lastEnd()));
                } else if (isSame(interval, energy)) {
                    duplicates.add(interval);
                } else {
                    refused.add(new Refused(interval, true, "Stated were " + energy + " Wh"));
                }
            }
            long register = at.registerFromHere() == null ? 0 : at.registerFromHere();
            return state(agreed, EnergySteps.over(fresh, register).steps(), source, duplicates, refused);
        }
    }

    /** The carry from interval to interval may move a watt-hour across a boundary. */
    private static boolean isSame(MeteredInterval interval, long statedWh) {
        return interval.energyWh()
                        .subtract(java.math.BigDecimal.valueOf(statedWh))
                        .abs()
                        .compareTo(java.math.BigDecimal.ONE)
                < 0;
    }

    /** The first sample below the register where it goes on, as after an exchange that nobody recorded. */
    public Optional<Sample> below(ProductionDevice device, List<Sample> samples) {
        return meters.position(device.meterId())
                .filter(at -> at.lastEnd() != null && at.registerFromHere() != null)
                .flatMap(at -> samples.stream()
                        .filter(sample -> sample.epochSecond() >= at.lastEnd().getEpochSecond())
                        .filter(sample -> sample.registerWh() < at.registerFromHere())
                        .findFirst());
    }

    /** Keeps register samples, durably, and states the intervals that they complete. */
    public Stated samples(ProductionDevice device, AgentTerms agreed, List<Sample> samples, Source source) {
        synchronized (lock(device.meterId())) {
            store.keep(device.meterId(), samples, source.door(), clock.instant());
            Position at = meters.position(device.meterId()).orElseThrow();
            long from = at.lastEnd() == null
                    ? Long.MIN_VALUE / 2
                    : at.lastEnd().getEpochSecond() - device.intervalSeconds();
            List<Sample> kept = store.samples(device.meterId(), from, SAMPLES_MAX);
            List<Step> steps = SampleSteps.over(kept, device.intervalSeconds(), at);
            return state(agreed, steps, source, List.of(), List.of());
        }
    }

    private Stated state(
            AgentTerms agreed,
            List<Step> steps,
            Source source,
            List<MeteredInterval> duplicates,
            List<Refused> refused) {
        List<Answer> answers = new ArrayList<>();
        int accepted = 0;
        String problem = null;
        for (Run run : Run.of(steps)) {
            Optional<Answer> answer = send(agreed, run, source);
            if (answer.isEmpty()) {
                problem = "The outcome of a statement is not known yet";
                break;
            }
            answers.add(answer.get());
            if (answer.get().refusal() != null) {
                break; // what follows would not continue the chain
            }
            accepted += run.steps().size();
        }
        return new Stated(answers, accepted, duplicates, refused, problem);
    }

    private Optional<Answer> send(AgentTerms agreed, Run run, Source source) {
        Position at = meters.position(agreed.meterId()).orElseThrow();
        IntervalStatement statement = run.statement(agreed, at);
        try {
            byte[] record = statement.encode();
            SignedRecord signed = new SignedRecord(record, keys.sign(agreed.meterId(), record));
            byte[] message = writer.write(signed, run.readings());
            return Optional.of(statements
                    .accept(new Arrival(message, source.door(), source.peer(), agreed.meterId(), clock.instant()))
                    .get(COMMIT_SECONDS_MAX, TimeUnit.SECONDS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException | TimeoutException undecided) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /**
     * The message of a correction, signed with the agent's key: the same time with other registers at its boundaries.
     *
     * @return empty where the device signs for itself
     * @throws IllegalArgumentException when the registers are not one for each boundary
     */
    public Optional<byte[]> correction(
            ProductionDevice device, Digest superseded, IntervalStatement before, long[] registers, Quality quality) {
        if (termsOf(device).isEmpty()) {
            return Optional.empty();
        }
        if (registers.length != before.intervalCount() + 1) {
            throw new IllegalArgumentException("registersWh: " + registers.length + " given; " + before.intervalCount()
                    + " intervals have " + (before.intervalCount() + 1) + " boundaries");
        }
        List<Reading> readings = new ArrayList<>();
        for (int n = 0; n < before.intervalCount(); n++) {
            long powerW = (registers[n + 1] - registers[n]) * SECONDS_PER_HOUR / before.intervalSeconds();
            readings.add(new Reading(before.period(n).endEpochSecond(), registers[n + 1], powerW, Map.of()));
        }
        IntervalStatement statement = new IntervalStatement(
                before.meterId(),
                before.epoch(),
                before.sequence(),
                before.period().startEpochSecond(),
                before.intervalSeconds(),
                registers,
                quality,
                before.signatory(),
                before.origin(),
                readings.size(),
                MerkleTree.over(readings.stream().map(Reading::encode).toList()).root(),
                superseded);
        try {
            byte[] record = statement.encode();
            return Optional.of(writer.write(new SignedRecord(record, keys.sign(device.meterId(), record)), readings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Object lock(String meterId) {
        return locks[Math.floorMod(meterId.hashCode(), locks.length)];
    }

    /** Where unsigned data came from, as it is kept with the statement. */
    public record Source(String door, String peer) {}
}
