package energy.registry.ops.device;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Origin;
import energy.registry.domain.evidence.Quality;
import energy.registry.domain.evidence.Reading;
import energy.registry.domain.evidence.Signatory;
import energy.registry.domain.merkle.MerkleTree;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A meter that signs: it counts its statements, chains each to the one before, and continues its register. A statement
 * is in its journal before {@link #sign} returns.
 */
public final class SigningMeter implements Closeable {
    private final String meterId;
    private final DeviceKey key;
    private final Signatory signatory;
    private final Origin origin;
    private final long unitsPerWattHour;
    private final StatementJournal journal;

    private SigningMeter(
            String meterId,
            DeviceKey key,
            Signatory signatory,
            Origin origin,
            long unitsPerWattHour,
            StatementJournal journal) {
        this.meterId = meterId;
        this.key = key;
        this.signatory = signatory;
        this.origin = origin;
        this.unitsPerWattHour = unitsPerWattHour;
        this.journal = journal;
    }

    /**
     * @param folder holds the meter's journal and its key, made at the first use
     * @param unitsPerWattHour the fine unit of its register: 3,600 for joules
     */
    public static SigningMeter open(
            Path folder, String meterId, Signatory signatory, Origin origin, long unitsPerWattHour) throws IOException {
        return new SigningMeter(
                meterId,
                DeviceKey.in(folder, meterId),
                signatory,
                origin,
                unitsPerWattHour,
                StatementJournal.open(folder.resolve(meterId + ".journal")));
    }

    public String meterId() {
        return meterId;
    }

    public DeviceKey key() {
        return key;
    }

    public MeterPosition position() {
        return journal.position();
    }

    public ExactRegister register() {
        return new ExactRegister(journal.position().registerWh(), journal.remainder(), unitsPerWattHour);
    }

    /** States one interval; the register moves from where it stands to {@code end}. */
    public SignedStatement sign(ProductionPeriod interval, ExactRegister end, List<Reading> readings)
            throws IOException {
        MeterPosition at = journal.position();
        if (interval.startEpochSecond() < at.lastEndEpochSecond()) {
            throw new IllegalArgumentException(meterId + " has stated up to a later time than " + interval);
        }
        Digest root =
                MerkleTree.over(readings.stream().map(Reading::encode).toList()).root();
        IntervalStatement statement = new IntervalStatement(
                meterId,
                at.epoch(),
                at.nextSequence(),
                interval.startEpochSecond(),
                Math.toIntExact(interval.seconds()),
                new long[] {at.registerWh(), end.wattHours()},
                signatory == Signatory.METER ? Quality.MEASURED : Quality.CALCULATED,
                signatory,
                origin,
                readings.size(),
                root,
                at.previous());
        SignedStatement signed = SignedStatement.of(statement, key.sign(statement.encode()), end.remainder(), readings);
        journal.append(signed);
        return signed;
    }

    /** What this meter said of the interval that starts there, if it spoke of it. */
    public Optional<SignedStatement> statedAt(long startEpochSecond) {
        return journal.startingAt(startEpochSecond);
    }

    /**
     * Compares with what the registry holds of this meter.
     *
     * @return the statements that the registry does not have yet, in order; where the registry is ahead because the
     *     journal was lost, its word is taken over and nothing is missing
     */
    public List<SignedStatement> resumeFrom(MeterPosition registry) throws IOException {
        if (journal.position().isBefore(registry)) {
            journal.adopt(registry);
            return List.of();
        }
        return journal.statements().stream()
                .filter(signed -> registry.isBefore(signed.after()))
                .toList();
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
