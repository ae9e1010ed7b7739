package energy.registry.ingest.port;

import energy.registry.domain.device.ProductionDevice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the devices that the ledger announced, and how far its feed has been read. */
public interface DeviceStore {
    /** Every version of every device, in the order of its announcement. */
    List<Announced> all();

    long feedPosition();

    /**
     * Keeps what a page of the feed announced and moves the position, in one transaction. What was held because the ledger
     * knew a key not yet is looked at again.
     */
    void advance(LedgerFeed.Page page, Instant now);

    /** The ledger's newest announcement of a device as it was, in JSON; empty for one from before it was kept. */
    Optional<String> announcement(String deviceId);

    /** Exchanges that no epoch was opened for yet, in their order. */
    List<AnnouncedExchange> openExchanges(int max);

    /** @param problem why no epoch was opened, or null when one was or is */
    void settled(AnnouncedExchange exchange, String problem, Instant now);

    /**
     * @param seq number of the announcing event
     * @param effectiveFrom measured time from which it holds; null from the beginning
     * @param json as announced
     */
    record Announced(ProductionDevice device, long seq, Instant effectiveFrom, String json) {}

    /** An exchange of a meter. @param epoch that the new register opens */
    record AnnouncedExchange(
            long seq,
            String meterId,
            int epoch,
            Instant at,
            long closingRegisterWh,
            long openingRegisterWh,
            String meterSerial,
            String meterMaker) {}
}
