package energy.registry.ingest.adapter.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.ingest.adapter.service.ServiceCalls;
import energy.registry.ingest.port.DeviceStore.Announced;
import energy.registry.ingest.port.DeviceStore.AnnouncedExchange;
import energy.registry.ingest.port.LedgerFeed;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link LedgerFeed} over the gateway's event feed. */
public final class GatewayFeed implements LedgerFeed {
    private static final Set<String> DEVICE_EVENTS = Set.of("DeviceRegistered", "DeviceChanged");
    private static final int PAGE = 500;

    /** The gateway waits this long for news; below its own limit of 20 s. */
    private static final int WAIT_MILLIS = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(GatewayFeed.class);

    private final ServiceCalls gateway;

    public GatewayFeed(ServiceCalls gateway) {
        this.gateway = gateway;
    }

    @Override
    public Page after(long position) throws IOException, InterruptedException {
        ServiceCalls.Reply reply = gateway.get(
                "/v1/events?node=regulator&after=" + position + "&limit=" + PAGE + "&waitMillis=" + WAIT_MILLIS);
        if (reply.status() != 200) {
            throw new IOException("the gateway's feed answers " + reply.status());
        }
        long last = position;
        List<Announced> devices = new ArrayList<>();
        List<AnnouncedExchange> exchanges = new ArrayList<>();
        for (JsonNode event : reply.json().path("events")) {
            last = Math.max(last, event.path("seq").asLong());
            if (DEVICE_EVENTS.contains(event.path("type").asText())) {
                device(event).ifPresent(devices::add);
            } else if (event.path("type").asText().equals("MeterExchanged")) {
                exchange(event).ifPresent(exchanges::add);
            }
        }
        return new Page(
                devices, exchanges, Math.max(last, reply.json().path("last").asLong()));
    }

    /** A device whose bytes do not hash to what stands on the ledger is not believed. */
    private static Optional<Announced> device(JsonNode event) {
        JsonNode data = event.path("data");
        long seq = event.path("seq").asLong();
        try {
            ProductionDevice device = ProductionDevice.decode(
                    Base64.getDecoder().decode(data.path("record").asText()));
            String announced = data.path("deviceDigest").asText();
            if (!device.digest().toString().equals(announced)) {
                LOG.error("event=device-digest-mismatch seq={} device={}", seq, device.deviceId());
                return Optional.empty();
            }
            LOG.info("event=device-announced seq={} device={} meter={}", seq, device.deviceId(), device.meterId());
            String from = data.path("effectiveFrom").asText("");
            return Optional.of(new Announced(
                    device,
                    seq,
                    from.isEmpty() ? null : Instant.parse(from),
                    data.path("device").isObject() ? data.path("device").toString() : null));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            LOG.error("event=device-unreadable seq={} problem=\"{}\"", seq, e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<AnnouncedExchange> exchange(JsonNode event) {
        JsonNode data = event.path("data");
        long seq = event.path("seq").asLong();
        try {
            LOG.info(
                    "event=meter-exchanged seq={} meter={}",
                    seq,
                    data.path("meterId").asText());
            return Optional.of(new AnnouncedExchange(
                    seq,
                    data.path("meterId").asText(),
                    data.path("epoch").asInt(),
                    Instant.parse(data.path("at").asText()),
                    data.path("closingRegisterWh").asLong(),
                    data.path("openingRegisterWh").asLong(),
                    data.path("meterSerial").asText(),
                    data.path("meterMaker").asText()));
        } catch (DateTimeException e) {
            LOG.error("event=exchange-unreadable seq={} problem=\"{}\"", seq, e.getMessage());
            return Optional.empty();
        }
    }
}
