package energy.registry.ingest.port;

import energy.registry.ingest.port.DeviceStore.Announced;
import energy.registry.ingest.port.DeviceStore.AnnouncedExchange;
import java.io.IOException;
import java.util.List;

/** The ledger's events in order, of which only device registrations matter here. */
public interface LedgerFeed {
    /** Waits a while for news when there are none. */
    Page after(long position) throws IOException, InterruptedException;

    /** @param last position of the page's last event, whatever its type */
    record Page(List<Announced> devices, List<AnnouncedExchange> exchanges, long last) {}
}
