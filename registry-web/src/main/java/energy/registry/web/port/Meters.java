package energy.registry.web.port;

import energy.registry.web.model.Decision;
import energy.registry.web.model.HeldRow;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Slice;
import energy.registry.web.model.StatementRow;
import energy.registry.web.model.Window;
import java.time.Instant;
import java.util.List;

/** Meter statements with their verdicts, live from the ingest service. */
public interface Meters {
    /** Intervals of statements, newest statement first; a null bound does not filter. The window counts statements. */
    Outcome<Slice<StatementRow>> statements(String deviceId, Instant from, Instant until, Window window);

    /** Every interval of one statement, in time order. */
    Outcome<List<StatementRow>> statement(String statementDigest);

    Outcome<Slice<HeldRow>> held(Window window);

    Outcome<Decision> decide(String statementDigest, int interval, Decision decision, String user, String reason);

    /** The evidence part of a provenance bundle, a JSON document. */
    Outcome<String> evidence(String claimId);
}
