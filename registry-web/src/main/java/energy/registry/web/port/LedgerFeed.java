package energy.registry.web.port;

import energy.registry.web.model.LedgerEvent;
import energy.registry.web.model.Outcome;
import java.time.Duration;
import java.util.List;

/** The ledger's events: ascending, complete, resumable after any sequence number. */
public interface LedgerFeed {
    /** Events after {@code seq}; when there are none yet, waits so long for the first. */
    Outcome<List<LedgerEvent>> after(long seq, int limit, Duration wait);
}
