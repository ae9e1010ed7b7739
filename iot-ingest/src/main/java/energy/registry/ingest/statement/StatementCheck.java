package energy.registry.ingest.statement;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Quality;
import energy.registry.domain.evidence.Reading;
import energy.registry.domain.identity.SignatureCheck;
import energy.registry.domain.merkle.MerkleTree;
import energy.registry.ingest.identity.KeyAnswer;
import energy.registry.ingest.identity.StatementKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules that one statement meets by itself, cheapest first: identity, form, physics. */
public final class StatementCheck {
    /** A meter's clock may run ahead of ours by this much, s. */
    static final int CLOCK_SKEW_SECONDS_MAX = 60;

    private static final int SECONDS_PER_DAY = 86_400;

    private final SignatureCheck signatures;
    private final StatementKeys keys;

    public StatementCheck(SignatureCheck signatures, StatementKeys keys) {
        this.signatures = signatures;
        this.keys = keys;
    }

    public Checked check(Candidate candidate, ProductionDevice device) {
        Optional<Refusal> refusal = identity(candidate, device)
                .or(() -> readings(candidate))
                .or(() -> physics(candidate, device))
                .or(() -> time(candidate, device));
        String meterId = candidate.statement().meterId();
        return refusal.<Checked>map(why -> new Checked.Unsound(candidate.arrival(), meterId, why))
                .orElseGet(() -> new Checked.Sound(candidate, device.deviceId(), findings(candidate)));
    }

    private Optional<Refusal> identity(Candidate candidate, ProductionDevice device) {
        IntervalStatement statement = candidate.statement();
        Digest keyId = candidate.signed().signature().keyId();
        KeyAnswer answer = keys.keyFor(device, keyId, statement.period());
        if (answer instanceof KeyAnswer.Unknown unknown) {
            return refuse(IntakeRule.KEY_UNKNOWN, "keyId", keyId, unknown.text());
        }
        if (answer instanceof KeyAnswer.NotThen notThen) {
            return refuse(IntakeRule.KEY_NOT_VALID_THEN, "keyId", keyId, notThen.text());
        }
        if (!candidate.signed().isSignedBy(((KeyAnswer.Holds) answer).key(), signatures)) {
            return refuse(IntakeRule.SIGNATURE_INVALID, "signature", statement, "This one is not");
        }
        if (statement.intervalSeconds() != device.intervalSeconds()) {
            return refuse(
                    IntakeRule.INTERVAL_LENGTH,
                    "intervalSeconds",
                    statement.intervalSeconds(),
                    "Seen " + statement.intervalSeconds() + " s, registered " + device.intervalSeconds() + " s");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> readings(Candidate candidate) {
        IntervalStatement statement = candidate.statement();
        List<Reading> readings = candidate.readings();
        if (statement.readingCount() != readings.size()) {
            return refuse(
                    IntakeRule.READINGS_COUNT,
                    "readings",
                    readings.size(),
                    "Counted " + statement.readingCount() + ", sent " + readings.size());
        }
        List<byte[]> leaves = new ArrayList<>(readings.size());
        readings.forEach(reading -> leaves.add(reading.encode()));
        if (!MerkleTree.over(leaves).root().equals(statement.readingsRoot())) {
            return refuse(IntakeRule.READINGS_ROOT, "readingsRoot", statement.readingsRoot(), "These hash to another");
        }
        return inPeriod(statement, readings);
    }

    private static Optional<Refusal> inPeriod(IntervalStatement statement, List<Reading> readings) {
        ProductionPeriod period = statement.period();
        long last = period.startEpochSecond() - 1;
        for (Reading reading : readings) {
            if (reading.epochSecond() <= last || reading.epochSecond() > period.endEpochSecond()) {
                Instant at = Instant.ofEpochSecond(reading.epochSecond());
                return refuse(IntakeRule.READINGS_OUT_OF_PERIOD, "readings.t", at, "Seen " + at + " in " + period);
            }
            last = reading.epochSecond();
        }
        return Optional.empty();
    }

    private static Optional<Refusal> physics(Candidate candidate, ProductionDevice device) {
        IntervalStatement statement = candidate.statement();
        if (statement.registerStartWh() < 0 || !statement.isMonotonic()) {
            return refuse(
                    IntakeRule.REGISTER_FALLS, "registersWh", statement.registerEndWh(), "This one falls in its run");
        }
        long limit = Capacity.energyWh(device.capacityW(), statement.intervalSeconds());
        for (int i = 0; i < statement.intervalCount(); i++) {
            long energy = statement.energy(i).toLong();
            if (energy > limit) {
                return refuse(
                        IntakeRule.CAPACITY_EXCEEDED,
                        "registersWh",
                        energy,
                        "Interval " + i + " holds " + energy + " Wh, the limit is " + limit + " Wh");
            }
        }
        return RegisterTrack.offRegister(statement, candidate.readings());
    }

    private static Optional<Refusal> time(Candidate candidate, ProductionDevice device) {
        ProductionPeriod period = candidate.statement().period();
        long now = candidate.arrival().receivedAt().getEpochSecond();
        if (period.endEpochSecond() > now + CLOCK_SKEW_SECONDS_MAX) {
            return refuse(
                    IntakeRule.FUTURE_TIME,
                    "startEpochSecond",
                    period,
                    "The period ends at " + Instant.ofEpochSecond(period.endEpochSecond()) + ", it is "
                            + Instant.ofEpochSecond(now));
        }
        long operational = device.operationalSinceEpochDay() * SECONDS_PER_DAY;
        if (period.startEpochSecond() < operational) {
            return refuse(
                    IntakeRule.BEFORE_OPERATION,
                    "startEpochSecond",
                    period,
                    "Operation began at " + Instant.ofEpochSecond(operational));
        }
        return Optional.empty();
    }

    private static List<Finding> findings(Candidate candidate) {
        IntervalStatement statement = candidate.statement();
        if (statement.quality() != Quality.ESTIMATED) {
            return List.of();
        }
        return List.of(new Finding(
                "QUALITY_ESTIMATED",
                1,
                Outcome.REJECT,
                Instant.ofEpochSecond(statement.period().startEpochSecond()),
                Instant.ofEpochSecond(statement.period().endEpochSecond()),
                "ESTIMATED",
                "MEASURED or CALCULATED",
                "Estimates are never issued."));
    }

    private static Optional<Refusal> refuse(IntakeRule rule, String field, Object value, String seen) {
        return Optional.of(Refusal.of(rule, field, value, seen));
    }
}
