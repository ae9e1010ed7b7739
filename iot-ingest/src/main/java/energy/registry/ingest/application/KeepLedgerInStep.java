package energy.registry.ingest.application;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.ingest.identity.EnrolledKey;
import energy.registry.ingest.identity.KeyAlgorithm;
import energy.registry.ingest.port.DeviceDirectory;
import energy.registry.ingest.port.DeviceStore;
import energy.registry.ingest.port.DeviceStore.AnnouncedExchange;
import energy.registry.ingest.port.KeyStore;
import energy.registry.ingest.port.KeyStore.LedgerKey;
import energy.registry.ingest.port.LedgerDevices;
import energy.registry.ingest.port.StatementStore.Exchange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps ledger and ingest of one mind about who may speak for a meter: a key that was approved here is written into the
 * device's record there, from the interval on in which it begins to hold, and a meter that was exchanged there begins
 * anew here.
 */
public final class KeepLedgerInStep {
    private static final int BATCH_MAX = 20;
    private static final Duration LEASE = Duration.ofSeconds(120);
    private static final Duration RETRY = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(KeepLedgerInStep.class);

    private final DeviceDirectory devices;
    private final DeviceStore store;
    private final KeyStore keys;
    private final LedgerDevices ledger;
    private final Meters meters;
    private final Clock clock;

    public KeepLedgerInStep(
            DeviceDirectory devices,
            DeviceStore store,
            KeyStore keys,
            LedgerDevices ledger,
            Meters meters,
            Clock clock) {
        this.devices = devices;
        this.store = store;
        this.keys = keys;
        this.ledger = ledger;
        this.meters = meters;
        this.clock = clock;
    }

    /** @return how much was done */
    public int run() {
        Instant now = clock.instant();
        List<LedgerKey> due = keys.takeLedgerKeys(now, now.plus(LEASE), BATCH_MAX);
        due.forEach(this::write);
        List<AnnouncedExchange> exchanges = store.openExchanges(BATCH_MAX);
        exchanges.forEach(this::open);
        return due.size() + exchanges.size();
    }

    private void write(LedgerKey key) {
        EnrolledKey enrolled = key.enrolled();
        long id = enrolled.enrolmentId();
        boolean signs = KeyAlgorithm.of(enrolled.key())
                .map(KeyAlgorithm::signsStatements)
                .orElse(false);
        Optional<ProductionDevice> device = devices.byId(enrolled.subject().deviceId());
        if (!signs || device.isEmpty()) {
            keys.ledgerSettled(id, null, null, "It signs no statements.", clock.instant());
            return;
        }
        Instant from = boundary(enrolled.validFrom(), device.get().intervalSeconds());
        boolean named = devices.byId(device.get().deviceId(), from)
                .map(version -> version.meterKey().equals(enrolled.key()))
                .orElse(false);
        Optional<String> announced = store.announcement(device.get().deviceId());
        if (named) {
            keys.ledgerSettled(id, null, null, "The record names it.", clock.instant());
        } else if (announced.isEmpty()) {
            keys.ledgerRetry(
                    id,
                    "the ledger's announcement of the device is not known",
                    clock.instant().plus(RETRY));
        } else {
            settle(
                    id,
                    ledger.nameKey(
                            "key-" + id + "-" + enrolled.keyId().toString().substring(0, 16),
                            device.get().deviceId(),
                            announced.get(),
                            enrolled.key(),
                            from,
                            key.actor(),
                            key.reason()));
        }
    }

    private void settle(long id, LedgerDevices.Amendment amendment) {
        if (amendment instanceof LedgerDevices.Amendment.Done done) {
            LOG.info("event=key-on-ledger enrolment={} tx={}", id, done.txId());
            keys.ledgerSettled(id, done.txId(), null, null, clock.instant());
        } else if (amendment instanceof LedgerDevices.Amendment.Refused refused) {
            LOG.warn("event=key-not-on-ledger enrolment={} rule={}", id, refused.rule());
            keys.ledgerSettled(id, null, refused.rule(), refused.detail(), clock.instant());
        } else {
            keys.ledgerRetry(
                    id,
                    ((LedgerDevices.Amendment.Unanswered) amendment).problem(),
                    clock.instant().plus(RETRY));
        }
    }

    /** The first interval that lies in the key's time as a whole. */
    private static Instant boundary(Instant from, int seconds) {
        return Instant.ofEpochSecond(-Math.floorDiv(-from.getEpochSecond(), (long) seconds) * seconds);
    }

    /** Opens the new meter's epoch, unless somebody told this service of the exchange before. */
    private void open(AnnouncedExchange exchange) {
        String problem = null;
        boolean open = meters.position(exchange.meterId())
                .map(at ->
                        at.epoch() >= exchange.epoch() || at.openEpoch() != null && at.openEpoch() >= exchange.epoch())
                .orElse(false);
        if (!open) {
            try {
                meters.exchange(new Exchange(
                        exchange.meterId(),
                        exchange.at(),
                        exchange.closingRegisterWh(),
                        exchange.openingRegisterWh(),
                        exchange.meterSerial(),
                        exchange.meterMaker(),
                        "ledger",
                        "exchange of event " + exchange.seq()));
            } catch (IllegalArgumentException contradiction) {
                problem = contradiction.getMessage();
                LOG.error(
                        "event=exchange-contradicts meter={} seq={} problem=\"{}\"",
                        exchange.meterId(),
                        exchange.seq(),
                        problem);
            }
        }
        store.settled(exchange, problem, clock.instant());
    }
}
