package energy.registry.ingest.port;

import energy.registry.domain.device.ProductionDevice;
import java.time.Instant;
import java.util.List;

/** Keeps the devices that the ledger announced, and how far its feed has been read. */
public interface DeviceStore {
    /** Current version of every device. */
    List<ProductionDevice> all();

    long feedPosition();

    /** Keeps the devices of a page of the feed and moves the position, in one transaction. */
    void advance(List<Announced> devices, long position, Instant now);

    /** @param seq number of the announcing event */
    record Announced(ProductionDevice device, long seq) {}
}
