package energy.registry.ingest.statement;

import energy.registry.domain.encoding.Digest;
import java.time.Instant;

/**
 * Where a meter's chain stands.
 *
 * @param registerWh last accepted register; null before the first statement
 * @param lastEnd end of the last accepted interval; null before the first statement
 * @param previous digest of the last accepted signed statement
 * @param openEpoch an epoch that the issuing body opened and no statement has used yet, or null
 * @param heldReason why the meter is on hold, or null
 */
public record Position(
        String meterId,
        int epoch,
        long nextSequence,
        Long registerWh,
        Instant lastEnd,
        Digest previous,
        Integer openEpoch,
        String heldReason) {

    public static Position initial(String meterId) {
        return new Position(meterId, 0, 0, null, null, Digest.ZERO, null, null);
    }

    public boolean isHeld() {
        return heldReason != null;
    }

    public Position held(String reason) {
        return new Position(meterId, epoch, nextSequence, registerWh, lastEnd, previous, openEpoch, reason);
    }

    public Position nextEpochOpened() {
        return new Position(meterId, epoch, nextSequence, registerWh, lastEnd, previous, epoch + 1, heldReason);
    }

    Position after(Candidate candidate) {
        var statement = candidate.statement();
        return new Position(
                meterId,
                statement.epoch(),
                statement.sequence() + 1,
                statement.registerEndWh(),
                Instant.ofEpochSecond(statement.period().endEpochSecond()),
                candidate.digest(),
                statement.epoch() == epoch ? openEpoch : null,
                heldReason);
    }
}
