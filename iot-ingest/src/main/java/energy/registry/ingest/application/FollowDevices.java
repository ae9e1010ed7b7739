package energy.registry.ingest.application;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.ingest.port.DeviceDirectory;
import energy.registry.ingest.port.DeviceStore;
import energy.registry.ingest.port.LedgerFeed;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Follows the ledger's registrations and answers from memory who is registered. */
public final class FollowDevices implements DeviceDirectory {
    private final Map<String, ProductionDevice> byMeter = new ConcurrentHashMap<>();
    private final Map<String, ProductionDevice> byId = new ConcurrentHashMap<>();
    private final DeviceStore store;
    private final LedgerFeed feed;
    private final Clock clock;
    private volatile boolean caughtUp;

    public FollowDevices(DeviceStore store, LedgerFeed feed, Clock clock) {
        this.store = store;
        this.feed = feed;
        this.clock = clock;
    }

    public void load() {
        store.all().forEach(this::know);
    }

    /** Reads one page of the feed. */
    public void step() throws IOException, InterruptedException {
        long position = store.feedPosition();
        LedgerFeed.Page page = feed.after(position);
        if (page.last() > position) {
            store.advance(page.devices(), page.last(), clock.instant());
            page.devices().forEach(announced -> know(announced.device()));
        }
        caughtUp = true;
    }

    /** Whether the ledger has been heard since the start. */
    public boolean hasHeardLedger() {
        return caughtUp;
    }

    public int size() {
        return byId.size();
    }

    private void know(ProductionDevice device) {
        byMeter.put(device.meterId(), device);
        byId.put(device.deviceId(), device);
    }

    @Override
    public Optional<ProductionDevice> byMeter(String meterId) {
        return Optional.ofNullable(byMeter.get(meterId));
    }

    @Override
    public Optional<ProductionDevice> byId(String deviceId) {
        return Optional.ofNullable(byId.get(deviceId));
    }
}
