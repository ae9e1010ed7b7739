package energy.registry.ingest.adapter.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.ingest.adapter.json.Wire;
import energy.registry.ingest.application.DriveAgain;
import energy.registry.ingest.port.DeviceDirectory;
import energy.registry.ingest.port.Quarantine;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was refused, shown, and driven through again. */
final class QuarantineRoutes {
    private static final int PAGE = 100;
    private static final int PAGE_MAX = 500;
    private static final Logger LOG = LoggerFactory.getLogger(QuarantineRoutes.class);

    private final DriveAgain again;
    private final DeviceDirectory devices;

    QuarantineRoutes(DriveAgain again, DeviceDirectory devices) {
        this.again = again;
        this.devices = devices;
    }

    Response page(Request request) {
        int limit = request.limit(PAGE, PAGE_MAX);
        String deviceId = request.parameter("device");
        Optional<ProductionDevice> device = deviceId == null ? Optional.empty() : devices.byId(deviceId);
        if (deviceId != null && device.isEmpty()) {
            return Problem.of(404, "device-unknown", "No device is registered with this id.", deviceId);
        }
        Long before = request.parameter("after") == null ? null : number(request.parameter("after"));
        List<Quarantine.Item> items =
                again.quarantine().page(device.map(ProductionDevice::meterId).orElse(null), before, limit);
        ObjectNode json = Wire.object();
        ArrayNode list = json.putArray("items");
        items.forEach(item -> list.add(json(item)));
        if (items.size() == limit) {
            json.put("next", Long.toString(items.get(limit - 1).id()));
        }
        return Response.json(200, json);
    }

    private ObjectNode json(Quarantine.Item item) {
        ObjectNode json = Wire.object();
        json.put("id", Long.toString(item.id()));
        json.put("receivedAt", item.receivedAt().toString());
        json.put("lastAt", item.lastAt().toString());
        json.put("times", item.times());
        json.put("door", item.door());
        json.put("peer", item.peer());
        json.put("rule", item.rule());
        json.put("field", item.field());
        json.put("detail", item.detail());
        json.put("bytesDigest", item.sha256().toString());
        if (item.meterId() != null) {
            json.put("meterId", item.meterId());
            devices.byMeter(item.meterId()).ifPresent(device -> json.put("deviceId", device.deviceId()));
        }
        json.set("attempts", Wire.tree(item.attempts()));
        return json;
    }

    Response drive(Request request) {
        Body body = Body.of(request);
        long id = number(request.segments().get(0));
        String actor = body.text("actor");
        DriveAgain.Result result = again.drive(id, actor, body.text("reason"));
        LOG.info(
                "event=redrive item={} actor=\"{}\" result={}",
                id,
                actor,
                result.getClass().getSimpleName());
        if (result instanceof DriveAgain.Result.Answered answered) {
            return IntakeRoutes.answer(answered.answer());
        }
        if (result instanceof DriveAgain.Result.Unknown) {
            return Problem.of(404, "item-unknown", "There is no such item in quarantine.", Long.toString(id));
        }
        return result instanceof DriveAgain.Result.Cut
                ? Problem.of(409, "bytes-cut", "Only the beginning of this message was kept.", "have it sent again")
                : Problem.of(503, "busy", "Try again later.", "The outcome is not known yet.");
    }

    static long number(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("id: '" + text + "' is no number of an item");
        }
        return Long.parseLong(text);
    }
}
