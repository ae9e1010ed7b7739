package energy.registry.ingest.adapter.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.ingest.adapter.json.Wire;
import energy.registry.ingest.application.TakeUploads;
import energy.registry.ingest.port.DeviceDirectory;
import energy.registry.ingest.upload.FileFormat;
import energy.registry.ingest.upload.Upload;
import java.util.List;
import java.util.Optional;

/** Files of meter data. */
final class UploadRoutes {
    /** One more than the readers take, so that a file of exactly the limit passes. */
    static final int FILE_BYTES_MAX = 16 << 20;

    private static final int PAGE = 50;
    private static final int PAGE_MAX = 500;

    private final TakeUploads uploads;
    private final DeviceDirectory devices;
    private final String template;
    private final String registerTemplate;

    UploadRoutes(TakeUploads uploads, DeviceDirectory devices, String template, String registerTemplate) {
        this.uploads = uploads;
        this.devices = devices;
        this.template = template;
        this.registerTemplate = registerTemplate;
    }

    Response take(Request request) {
        Optional<FileFormat> format = FileFormat.named(request.parameter("format"));
        String actor = request.actor();
        String deviceId = request.parameter("device");
        if (deviceId == null) {
            throw new IllegalArgumentException("device: name the device as a parameter of the address");
        }
        Optional<ProductionDevice> device = devices.byId(deviceId);
        return device.isEmpty()
                ? Problem.of(404, "device-unknown", "No device is registered with this id.", deviceId)
                : Response.json(202, json(uploads.take(device.get(), request.body(), format, actor)));
    }

    Response one(Request request) {
        return uploads.store()
                .byId(number(request.segments().get(0)))
                .map(upload -> Response.json(200, json(upload)))
                .orElseGet(() -> Problem.of(
                        404,
                        "upload-unknown",
                        "There is no such upload.",
                        request.segments().get(0)));
    }

    Response page(Request request) {
        int limit = request.limit(PAGE, PAGE_MAX);
        Long before = request.parameter("after") == null ? null : number(request.parameter("after"));
        List<Upload> page = uploads.store().page(request.parameter("device"), before, limit);
        ObjectNode json = Wire.object();
        ArrayNode list = json.putArray("uploads");
        page.forEach(upload -> list.add(json(upload)));
        if (page.size() == limit) {
            json.put("next", Long.toString(page.get(limit - 1).id()));
        }
        return Response.json(200, json);
    }

    /** The table to fill in; {@code ?kind=register} for the one of register readings. */
    Response template(Request request) {
        boolean register = "register".equals(request.parameter("kind"));
        return Response.text("text/csv; charset=utf-8", register ? registerTemplate : template);
    }

    private static long number(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("uploadId: '" + text + "' is no number of an upload");
        }
        return Long.parseLong(text);
    }

    private static ObjectNode json(Upload upload) {
        ObjectNode json = Wire.object();
        json.put("uploadId", Long.toString(upload.id()));
        json.put("device", upload.deviceId());
        json.put("actor", upload.actor());
        json.put("sha256", upload.sha256().toString());
        json.put("size", upload.size());
        json.put("receivedAt", upload.receivedAt().toString());
        if (upload.outcome() != null) {
            Upload.Outcome outcome = upload.outcome();
            json.put("format", upload.format().label());
            json.put("accepted", outcome.accepted());
            json.put("refused", outcome.refused());
            json.put("duplicates", outcome.duplicates());
            json.set("findings", Wire.tree(outcome.findings()));
            json.set("statements", Wire.tree(outcome.statements()));
        }
        return json;
    }
}
