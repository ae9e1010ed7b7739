package energy.registry.ingest.port;

import energy.registry.domain.encoding.Digest;
import energy.registry.ingest.statement.Finding;
import energy.registry.ingest.statement.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What others may read: statements with what became of them, held intervals, and the evidence behind a claim. */
public interface Reports {
    /** Newest first. */
    Page<StatementReport> statements(StatementFilter filter, String after, int limit);

    Optional<StatementReport> statement(Digest digest);

    /** Oldest first, one element for each held interval. */
    Page<StatementReport> held(String after, int limit);

    /** What the rules noticed, newest first. */
    Page<KeptFinding> findings(FindingFilter filter, String after, int limit);

    Optional<Evidence> evidence(Digest claimId);

    /** A finding as it is kept, with the statement in which it was noticed. */
    record KeptFinding(long findingId, String deviceId, Digest statement, Instant noticedAt, Finding finding) {}

    /**
     * @param deviceId or null for all
     * @param from earliest start, inclusive, or null
     * @param to latest start, exclusive, or null
     * @param asKnownAt what was believed at that moment; null for what holds now
     */
    record StatementFilter(String deviceId, Instant from, Instant to, Instant asKnownAt) {}

    /**
     * @param deviceId or null for all
     * @param outcome what came of it, or null for all
     * @param from it speaks of a time that ends after this, or null
     * @param to it speaks of a time that begins before this, or null
     */
    record FindingFilter(String deviceId, Outcome outcome, Instant from, Instant to) {}

    /** @param next where the next page starts; null on the last */
    record Page<T>(List<T> items, String next) {}

    /** Canonical bytes of everything behind a claim. */
    record Evidence(byte[] device, byte[] claim, List<byte[]> readings, List<VerdictEvidence> verdicts) {}

    /** @param clip and {@code record} are digests that the verdict names */
    record VerdictEvidence(byte[] capture, byte[] verdict, Digest clip, Digest record) {}
}
