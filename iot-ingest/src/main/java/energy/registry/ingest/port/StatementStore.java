package energy.registry.ingest.port;

import energy.registry.domain.encoding.Digest;
import energy.registry.ingest.statement.Arrival;
import energy.registry.ingest.statement.Candidate;
import energy.registry.ingest.statement.Finding;
import energy.registry.ingest.statement.Known;
import energy.registry.ingest.statement.Position;
import energy.registry.ingest.statement.Refusal;
import energy.registry.ingest.statement.SequenceKey;
import energy.registry.ingest.statement.Standing;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Keeps what meters said. */
public interface StatementStore {
    /** Runs the work in one transaction that is durable when this returns. */
    <T> T inTransaction(Function<Unit, T> work);

    /** A meter's position without locking it; empty for a meter that has never been heard. */
    Optional<Position> position(String meterId);

    /** The open transaction. */
    interface Unit {
        /** Positions of the meters, locked until the end of the transaction; new meters start at the beginning. */
        Map<String, Position> lock(Set<String> meterIds);

        /** Which of the places are taken, by accepted or waiting statements. */
        Map<SequenceKey, Known> known(Set<SequenceKey> places);

        /** Everything that waits for a predecessor at these meters. */
        Map<SequenceKey, Arrival> early(Set<String> meterIds);

        void accept(List<Accepted> statements);

        void park(List<Candidate> statements);

        void unpark(List<SequenceKey> places);

        void quarantine(List<Refused> messages);

        void save(Collection<Position> positions);

        /** What the rules remember of the meters; absent for those that were never heard. */
        Map<String, StoredHistory> histories(Set<String> meterIds);

        void saveHistories(Collection<StoredHistory> histories);

        /** The statement with this digest, locked against judgement until the end of the transaction. */
        Optional<Standing> standing(Digest digest);

        /** Keeps a statement in the place of one that holds no longer from now on; what was issued on that stays issued. */
        void supersede(Standing standing, Accepted by, String actor, String reason);

        /** Never changed afterwards. */
        void record(Exchange exchange, int epoch);

        /** The meter's last recorded exchange. */
        Optional<Exchange> lastExchange(String meterId);
    }

    /**
     * A statement that is kept.
     *
     * @param waitsForCamera whether its intervals wait for verdicts at all
     * @param graceUntil until when they wait
     */
    record Accepted(
            Candidate candidate, String deviceId, List<Finding> findings, boolean waitsForCamera, Instant graceUntil) {}

    /**
     * What the rules remember of a meter, in their own encoding.
     *
     * @param through the last statement that is in it
     */
    record StoredHistory(String meterId, Digest through, byte[] state) {}

    /**
     * A meter's exchange as the issuing body recorded it.
     *
     * @param at when the old register was read for the last time and the new one for the first
     */
    record Exchange(
            String meterId,
            Instant at,
            long closingRegisterWh,
            long openingRegisterWh,
            String meterSerial,
            String meterMaker,
            String actor,
            String reason) {

        /** Whether both tell of one event, whoever told it. */
        public boolean tellsTheSameAs(Exchange other) {
            return meterId.equals(other.meterId)
                    && at.equals(other.at)
                    && closingRegisterWh == other.closingRegisterWh
                    && openingRegisterWh == other.openingRegisterWh
                    && meterSerial.equals(other.meterSerial)
                    && meterMaker.equals(other.meterMaker);
        }
    }

    /** A message that is refused; {@code meterId} may be null. */
    record Refused(Arrival arrival, String meterId, Refusal refusal) {}
}
