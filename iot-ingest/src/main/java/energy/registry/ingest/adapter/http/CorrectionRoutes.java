package energy.registry.ingest.adapter.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Quality;
import energy.registry.ingest.adapter.json.Wire;
import energy.registry.ingest.application.CorrectStatements;
import energy.registry.ingest.application.CorrectStatements.Decided;
import energy.registry.ingest.port.OverIssues;
import energy.registry.ingest.port.OverIssues.OverIssue;
import energy.registry.ingest.statement.Answer;
import energy.registry.ingest.statement.Arrival;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Corrections, and the certificates that they show to be too many. */
final class CorrectionRoutes {
    private static final int PAGE = 100;
    private static final int PAGE_MAX = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(CorrectionRoutes.class);

    private final CorrectStatements corrections;
    private final Clock clock;

    CorrectionRoutes(CorrectStatements corrections, Clock clock) {
        this.corrections = corrections;
        this.clock = clock;
    }

    Response correct(Request request) {
        Body body = Body.of(request);
        String actor = body.text("actor");
        String reason = body.text("reason");
        Digest superseded = ReportRoutes.digest(request.segments().get(0));
        Optional<Answer> answered = body.has("registersWh")
                ? corrections.correctAsAgent(
                        superseded,
                        body.wholes("registersWh", IntervalStatement.INTERVALS_MAX + 1),
                        body.has("quality") ? body.choice("quality", Quality.class) : Quality.MEASURED,
                        request.peer(),
                        actor,
                        reason)
                : corrections.correct(
                        superseded,
                        new Arrival(request.body(), "correction", request.peer(), null, clock.instant()),
                        actor,
                        reason);
        return answered.map(answer -> {
                    LOG.info("event=correction of={} actor=\"{}\" status={}", superseded, actor, answer.status());
                    return IntakeRoutes.answer(answer);
                })
                .orElseGet(
                        () -> Problem.of(404, "not-found", "No such statement was accepted.", superseded.toString()));
    }

    Response page(Request request) {
        int limit = request.limit(PAGE, PAGE_MAX);
        String status = request.parameter("status");
        String after = request.parameter("after");
        List<OverIssue> found = corrections.overIssues(
                request.parameter("device"),
                status == null ? null : status(status),
                after == null ? null : QuarantineRoutes.number(after),
                limit);
        ObjectNode json = Wire.object();
        ArrayNode list = json.putArray("overIssues");
        found.forEach(each -> list.add(json(each)));
        if (found.size() == limit) {
            json.put("next", Long.toString(found.get(limit - 1).id()));
        }
        return Response.json(200, json);
    }

    private enum Decision {
        BOOK,
        DECLINE
    }

    Response decide(Request request) {
        Body body = Body.of(request);
        long id = QuarantineRoutes.number(request.segments().get(0));
        String actor = body.text("actor");
        boolean book = body.choice("decision", Decision.class) == Decision.BOOK;
        Decided decided = corrections.decide(id, book, actor, body.text("reason"));
        LOG.info(
                "event=over-issue-decided id={} book={} actor=\"{}\" result={}",
                id,
                book,
                actor,
                decided.getClass().getSimpleName());
        if (decided instanceof Decided.Done done) {
            return Response.json(200, json(done.over()));
        }
        if (decided instanceof Decided.NotPending other) {
            return Problem.rule(
                    409,
                    "OVER_ISSUE_IS_PENDING",
                    "What was issued too much is decided once.",
                    "It is " + other.over().status());
        }
        if (decided instanceof Decided.LedgerRefused refused) {
            return Problem.rule(409, refused.rule(), "The ledger does not take it.", String.valueOf(refused.detail()));
        }
        return decided instanceof Decided.Unknown
                ? Problem.of(404, "not-found", "There is no such over-issue.", Long.toString(id))
                : Problem.of(503, "busy", "Try again later.", "The ledger did not answer; decide again.");
    }

    private static OverIssues.Status status(String text) {
        for (OverIssues.Status status : OverIssues.Status.values()) {
            if (status.name().equals(text)) {
                return status;
            }
        }
        throw new IllegalArgumentException("status: '" + text + "' is none of PENDING, BOOKED, DECLINED, REPLACED");
    }

    private static ObjectNode json(OverIssue over) {
        ObjectNode json = (ObjectNode) Wire.tree(over);
        json.put("id", Long.toString(over.id()));
        return json;
    }
}
