package energy.registry.ingest.statement;

import energy.registry.domain.encoding.Digest;
import java.time.Instant;

/**
 * Where a meter's chain stands.
 *
 * @param registerWh last accepted register; null before the first statement
 * @param lastEnd end of the last accepted interval; null before the first statement
 * @param previous digest of the last accepted signed statement
 * @param opening an epoch that the issuing body opened and no statement has used yet, or null
 * @param heldReason why the meter is on hold, or null
 */
public record Position(
        String meterId,
        int epoch,
        long nextSequence,
        Long registerWh,
        Instant lastEnd,
        Digest previous,
        Opening opening,
        String heldReason) {

    public static Position initial(String meterId) {
        return new Position(meterId, 0, 0, null, null, Digest.ZERO, null, null);
    }

    public boolean isHeld() {
        return heldReason != null;
    }

    public Position held(String reason) {
        return new Position(meterId, epoch, nextSequence, registerWh, lastEnd, previous, opening, reason);
    }

    /** @param registerWh the new register's first value, or null where it was not recorded */
    public Position nextEpochOpened(Long registerWh, Instant from) {
        return new Position(
                meterId,
                epoch,
                nextSequence,
                this.registerWh,
                lastEnd,
                previous,
                new Opening(epoch + 1, registerWh, from),
                heldReason);
    }

    public Integer openEpoch() {
        return opening == null ? null : opening.epoch();
    }

    /** Where the register goes on: as it stood, or, after a recorded exchange, where the new meter began; null when not known. */
    public Long registerFromHere() {
        return opening == null ? registerWh : opening.registerWh();
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
                statement.epoch() == epoch ? opening : null,
                heldReason);
    }
}
