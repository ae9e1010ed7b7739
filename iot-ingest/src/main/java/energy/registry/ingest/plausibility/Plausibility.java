package energy.registry.ingest.plausibility;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Reading;
import energy.registry.ingest.statement.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Applies all rules in force to a meter's statements, one after the other in the order of its chain. All run, all that
 * they notice is kept; nothing is altered.
 */
public final class Plausibility {
    /** Devices whose terms are kept at hand. */
    private static final int TERMS_MAX = 100_000;

    private static final int SECONDS_PER_HOUR = 3_600;

    private volatile RuleBook book;
    private final SolarChecks solar;
    private final Map<String, DeviceTerms> terms = new ConcurrentHashMap<>();

    public Plausibility(RuleBook book, Sun sun) {
        this.book = book;
        this.solar = new SolarChecks(sun);
    }

    /** From the next statement on. */
    public void use(RuleBook newer) {
        book = newer;
        terms.clear();
    }

    public RuleBook book() {
        return book;
    }

    /** The history from its bytes, or a fresh one where there is none or what it was learned under has changed. */
    public History history(byte[] encoded, ProductionDevice device) {
        DeviceTerms current = terms(device);
        History known = encoded == null ? null : History.decode(encoded);
        return known != null && known.stamp == current.stamp() ? known : History.fresh(current);
    }

    /** The history itself, or a fresh one where what it was learned under has changed. */
    public History current(History history, ProductionDevice device) {
        DeviceTerms current = terms(device);
        return history.stamp == current.stamp() ? history : History.fresh(current);
    }

    /** @return what is noticed; the history has moved on */
    public List<Finding> examine(
            History history, ProductionDevice device, IntervalStatement statement, List<Reading> readings) {
        DeviceTerms current = terms(device);
        Notes notes = new Notes();
        Samples samples = new Samples(statement, readings);
        List<Sample> interval = new ArrayList<>();
        int n = 0;
        for (Sample sample = samples.next(); sample != null; sample = samples.next()) {
            while (sample.to() > statement.period(n).endEpochSecond()) {
                balance(statement, n++, interval, current, notes);
            }
            check(sample, current, history, notes);
            interval.add(sample);
        }
        balance(statement, n, interval, current, notes);
        return notes.isEmpty() ? List.of() : notes.findings(current.rules());
    }

    private static void balance(
            IntervalStatement statement, int n, List<Sample> samples, DeviceTerms terms, Notes notes) {
        int seconds = samples.stream().mapToInt(Sample::seconds).sum();
        if (seconds == statement.intervalSeconds()) {
            BalanceChecks.check(samples, statement.energy(n).toLong(), terms, notes);
        }
        samples.clear();
    }

    private void check(Sample sample, DeviceTerms terms, History history, Notes notes) {
        SignalChecks.gap(sample, terms, history, notes);
        if (SignalChecks.sentinel(sample, terms, notes)) {
            history.lastEnd = sample.to();
            return;
        }
        CapacityChecks.power(sample, terms, notes);
        CapacityChecks.ramp(sample, terms, history, notes);
        SignalChecks.runs(sample, terms, history, notes);
        SignalChecks.stuckRegister(sample, terms, history, notes);
        if (terms.isSolar()) {
            solar.check(sample, terms, history, notes);
        }
        OutputChecks.check(sample, terms, history, notes);
        history.follow(sample);
    }

    private DeviceTerms terms(ProductionDevice device) {
        DeviceTerms known = terms.get(device.deviceId());
        if (known != null && known.isOf(device)) {
            return known;
        }
        DeviceTerms made = new DeviceTerms(device, book.inForce(device));
        if (known != null || terms.size() < TERMS_MAX) {
            terms.put(device.deviceId(), made);
        }
        return made;
    }

    /** The samples of a statement: its readings, or its intervals where there are none. */
    private static final class Samples {
        private final IntervalStatement statement;
        private final List<Reading> readings;
        private final boolean powerStated;
        private long at;
        private long register;
        private int next;

        Samples(IntervalStatement statement, List<Reading> readings) {
            this.statement = statement;
            this.readings = readings;
            this.at = statement.period().startEpochSecond();
            this.register = statement.registerStartWh();
            boolean stated = false;
            for (Reading reading : readings) {
                stated |= reading.powerW() != 0;
            }
            this.powerStated = stated;
        }

        Sample next() {
            return readings.isEmpty() ? interval() : reading();
        }

        private Sample interval() {
            if (next >= statement.intervalCount()) {
                return null;
            }
            long energy = statement.energy(next).toLong();
            long from = statement.period(next).startEpochSecond();
            next++;
            return new Sample(
                    from,
                    from + statement.intervalSeconds(),
                    energy * SECONDS_PER_HOUR / statement.intervalSeconds(),
                    energy,
                    Map.of());
        }

        private Sample reading() {
            if (next < readings.size() && readings.get(next).epochSecond() == at) {
                register = readings.get(next++).registerWh(); // the end of the statement before, said once more
            }
            if (next >= readings.size()) {
                return null;
            }
            Reading reading = readings.get(next++);
            long from = at;
            long gained = reading.registerWh() - register;
            at = reading.epochSecond();
            register = reading.registerWh();
            long power = powerStated ? reading.powerW() : gained * SECONDS_PER_HOUR / (at - from);
            return new Sample(from, at, power, gained, reading.witnesses());
        }
    }
}
