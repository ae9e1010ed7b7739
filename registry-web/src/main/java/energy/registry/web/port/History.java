package energy.registry.web.port;

import energy.registry.web.model.HistoryEntry;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import java.util.List;

/** The ledger's events as the feed told them. */
public interface History {
    /** Events of a bundle, of every bundle it descends from and of every one that descends from it; oldest first. */
    List<HistoryEntry> ofCertificate(String certificateId);

    List<HistoryEntry> ofTransaction(String txId);

    /** All events, newest first. */
    Slice<HistoryEntry> all(Window window);
}
