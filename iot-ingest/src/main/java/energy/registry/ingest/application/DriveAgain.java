package energy.registry.ingest.application;

import energy.registry.domain.encoding.Digest;
import energy.registry.ingest.port.Quarantine;
import energy.registry.ingest.statement.Answer;
import energy.registry.ingest.statement.Arrival;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Brings what was refused to the intake again, byte for byte as it came: after a key was enrolled, a device registered,
 * a hold lifted. The rules are the same as the first time; only the state may differ.
 */
public final class DriveAgain {
    private static final int COMMIT_SECONDS_MAX = 30;

    private final Quarantine quarantine;
    private final AcceptStatements statements;
    private final Clock clock;

    public DriveAgain(Quarantine quarantine, AcceptStatements statements, Clock clock) {
        this.quarantine = quarantine;
        this.statements = statements;
        this.clock = clock;
    }

    public Quarantine quarantine() {
        return quarantine;
    }

    /** What came of it. */
    public sealed interface Result {
        /** There is no such item. */
        record Unknown() implements Result {}

        /** Its bytes were too long to be kept whole. */
        record Cut() implements Result {}

        /** The outcome is not known yet. */
        record Undecided() implements Result {}

        /** The intake's answer. */
        record Answered(Answer answer) implements Result {}
    }

    public Result drive(long id, String actor, String reason) {
        Optional<Quarantine.Item> item = quarantine.byId(id);
        if (item.isEmpty()) {
            return new Result.Unknown();
        }
        byte[] bytes = quarantine.bytes(id);
        if (!Digest.sha(bytes).equals(item.get().sha256())) {
            return new Result.Cut();
        }
        try {
            Answer answer = statements
                    .accept(new Arrival(bytes, "redrive", "quarantine " + id + " by " + actor, null, clock.instant()))
                    .get(COMMIT_SECONDS_MAX, TimeUnit.SECONDS);
            String outcome = answer.refusal() == null
                    ? answer.status().name()
                    : answer.refusal().rule().name();
            quarantine.drivenAgain(id, actor, reason, outcome, clock.instant());
            return new Result.Answered(answer);
        } catch (ExecutionException | TimeoutException e) {
            return new Result.Undecided();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result.Undecided();
        }
    }
}
