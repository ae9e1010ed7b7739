package energy.registry.ingest.application;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.ingest.port.DeviceDirectory;
import energy.registry.ingest.port.DeviceStore;
import energy.registry.ingest.port.DeviceStore.Announced;
import energy.registry.ingest.port.LedgerFeed;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Follows the ledger's registrations and answers from memory who is registered. */
public final class FollowDevices implements DeviceDirectory {
    private final Map<String, String> deviceOfMeter = new ConcurrentHashMap<>();
    private final Map<String, Versions> byId = new ConcurrentHashMap<>();
    private final DeviceStore store;
    private final LedgerFeed feed;
    private final Clock clock;
    private volatile boolean caughtUp;

    /** This service's own place in the feed: another one on the same database keeps its own, and either may be ahead. */
    private volatile long position;

    public FollowDevices(DeviceStore store, LedgerFeed feed, Clock clock) {
        this.store = store;
        this.feed = feed;
        this.clock = clock;
    }

    /** The place first: what is announced meanwhile is read twice and not missed. */
    public void load() {
        position = store.feedPosition();
        store.all().forEach(this::know);
    }

    /** Reads one page of the feed. */
    public void step() throws IOException, InterruptedException {
        LedgerFeed.Page page = feed.after(position);
        if (page.last() > position) {
            store.advance(page, clock.instant());
            page.devices().forEach(this::know);
            position = page.last();
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

    private void know(Announced announced) {
        ProductionDevice device = announced.device();
        byId.merge(device.deviceId(), Versions.first(announced), (known, fresh) -> known.with(announced));
        deviceOfMeter.put(device.meterId(), device.deviceId());
    }

    @Override
    public Optional<ProductionDevice> byMeter(String meterId) {
        return Optional.ofNullable(deviceOfMeter.get(meterId)).flatMap(this::byId);
    }

    @Override
    public Optional<ProductionDevice> byId(String deviceId) {
        return Optional.ofNullable(byId.get(deviceId)).map(Versions::newest);
    }

    @Override
    public Optional<ProductionDevice> byMeter(String meterId, Instant measured) {
        return Optional.ofNullable(deviceOfMeter.get(meterId)).flatMap(deviceId -> byId(deviceId, measured));
    }

    @Override
    public Optional<ProductionDevice> byId(String deviceId, Instant measured) {
        return Optional.ofNullable(byId.get(deviceId)).map(versions -> versions.at(measured));
    }

    /**
     * A device's versions by the measured time from which they hold, as the ledger's cursor has them: each announcement
     * takes the place of all that would hold later than it.
     */
    private record Versions(NavigableMap<Instant, ProductionDevice> from) {
        static Versions first(Announced announced) {
            return new Versions(new TreeMap<>(Map.of(Instant.MIN, announced.device())));
        }

        Versions with(Announced announced) {
            Instant start = announced.effectiveFrom() == null ? from.lastKey() : announced.effectiveFrom();
            NavigableMap<Instant, ProductionDevice> next = new TreeMap<>(from.headMap(start, false));
            next.put(next.isEmpty() ? Instant.MIN : start, announced.device());
            return new Versions(next);
        }

        ProductionDevice newest() {
            return from.lastEntry().getValue();
        }

        ProductionDevice at(Instant measured) {
            return from.floorEntry(measured).getValue();
        }
    }
}
