package energy.registry.vision.adapter.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import energy.registry.vision.application.ClipRule;
import energy.registry.vision.application.CommissionCamera;
import energy.registry.vision.application.ProposeViews;
import energy.registry.vision.application.VerifyFootage;
import energy.registry.vision.commission.Commission;
import energy.registry.vision.commission.CommissionDocument;
import energy.registry.vision.commission.Proposal;
import energy.registry.vision.footage.PictureSize;
import energy.registry.vision.port.ClipStore;
import energy.registry.vision.port.CommissionStore;
import energy.registry.vision.port.ViewProposer.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /v1/commissioning/{deviceId}/{cameraId}}: what is in force, with its history, and new versions. */
public final class CommissioningDoor implements ServiceDoor {
    /** A picture of 8 MiB in base64, and the marks. */
    private static final int BODY_BYTES_MAX = 12 << 20;

    private final CommissionCamera cameras;
    private final CommissionStore store;
    private final ProposeViews propose;
    private final ClipStore uploads;

    public CommissioningDoor(CommissionCamera cameras, CommissionStore store, ProposeViews propose, ClipStore uploads) {
        this.cameras = cameras;
        this.store = store;
        this.propose = propose;
        this.uploads = uploads;
    }

    @Override
    public Optional<Reply> open(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/v1/commissioning/proposal")) {
            return exchange.getRequestMethod().equals("POST") ? Optional.of(proposal(exchange)) : Optional.empty();
        }
        List<String> path = Bodies.path(exchange);
        boolean mine =
                path.size() >= 4 && path.get(0).equals("v1") && path.get(1).equals("commissioning");
        if (!mine) {
            return Optional.empty();
        }
        String call = exchange.getRequestMethod() + " " + (path.size() == 4 ? "" : path.get(4));
        return switch (call) {
            case "PUT " -> Optional.of(keep(exchange, path.get(2), path.get(3)));
            case "GET " -> Optional.of(current(path.get(2), path.get(3)));
            case "GET picture.jpg" -> Optional.of(picture(path.get(2), path.get(3)));
            default -> Optional.empty();
        };
    }

    private Reply proposal(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        Optional<Kind> kind = Arrays.stream(Kind.values())
                .filter(known -> query.equals("kind=" + known))
                .findFirst();
        if (kind.isEmpty()) {
            return wrong(ClipRule.COMMISSIONING_WRONG, "kind: '" + query + "'; ask with kind=ROTOR or kind=PANELS");
        }
        Path upload = uploads.newUpload();
        try {
            if (Bodies.save(exchange, upload, VerifyFootage.BYTES_MAX).isEmpty()) {
                return Bodies.tooLarge((int) VerifyFootage.BYTES_MAX);
            }
            ProposeViews.Answer answer = propose.propose(upload, kind.get());
            return answer instanceof ProposeViews.Declined declined
                    ? wrong(ClipRule.COMMISSIONING_WRONG, declined.detail())
                    : Reply.json(200, proposed((ProposeViews.Proposed) answer));
        } finally {
            Files.deleteIfExists(upload);
        }
    }

    private static Map<String, Object> proposed(ProposeViews.Proposed proposed) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("width", proposed.size().width());
        out.put("height", proposed.size().height());
        out.put(
                "proposals",
                proposed.proposals().stream().map(CommissioningDoor::proposal).toList());
        return out;
    }

    private static Map<String, Object> proposal(Proposal proposal) {
        Map<String, Object> out = new LinkedHashMap<>(CommissionDocument.write(proposal.view()));
        out.put("confidence", Math.round(proposal.confidence() * 1e3) / 1e3);
        return out;
    }

    private Reply keep(HttpExchange exchange, String deviceId, String cameraId) throws IOException {
        Optional<byte[]> body = Bodies.bytes(exchange, BODY_BYTES_MAX);
        if (body.isEmpty()) {
            return Bodies.tooLarge(BODY_BYTES_MAX);
        }
        Optional<JsonNode> in = Bodies.object(body.get());
        if (in.isEmpty()) {
            return wrong(ClipRule.COMMISSIONING_WRONG, "body: no JSON object");
        }
        CommissionCamera.Answer answer;
        try {
            answer = cameras.keep(marks(in.get(), deviceId, cameraId));
        } catch (IllegalArgumentException malformed) {
            return wrong(ClipRule.COMMISSIONING_WRONG, String.valueOf(malformed.getMessage()));
        }
        if (answer instanceof CommissionCamera.Declined declined) {
            return wrong(declined.rule(), declined.detail());
        }
        return Reply.json(200, version(((CommissionCamera.Kept) answer).commission()));
    }

    private static CommissionCamera.Marks marks(JsonNode in, String deviceId, String cameraId) {
        return new CommissionCamera.Marks(
                deviceId,
                cameraId,
                in.path("actor").asText(),
                in.path("reason").asText(),
                new PictureSize(in.path("width").asInt(), in.path("height").asInt()),
                Base64.getDecoder().decode(in.path("picture").asText()),
                CommissionDocument.views(in.path("views")));
    }

    private static Reply wrong(ClipRule rule, String detail) {
        return Reply.problem(rule.status(), "refused", rule.sentence(), detail, rule.name());
    }

    private Reply current(String deviceId, String cameraId) throws IOException {
        List<Commission> history = store.history(deviceId, cameraId);
        if (history.isEmpty()) {
            return none(deviceId, cameraId);
        }
        Commission now = history.get(history.size() - 1);
        Map<String, Object> out = new LinkedHashMap<>(version(now));
        out.put("deviceId", deviceId);
        out.put("cameraId", cameraId);
        out.put("width", now.size().width());
        out.put("height", now.size().height());
        out.put("pictureSha256", now.picture().toString());
        out.put("views", now.views().stream().map(CommissionDocument::write).toList());
        out.put("history", history.stream().map(CommissioningDoor::entry).toList());
        return Reply.json(200, out);
    }

    private static Map<String, Object> version(Commission commission) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("version", commission.version());
        out.put("digest", commission.digest().toString());
        return out;
    }

    private static Map<String, Object> entry(Commission commission) {
        Map<String, Object> out = version(commission);
        out.put("actor", commission.actor());
        out.put("at", commission.at().toString());
        out.put("reason", commission.reason());
        return out;
    }

    private Reply picture(String deviceId, String cameraId) throws IOException {
        Optional<Commission> now = store.current(deviceId, cameraId);
        if (now.isEmpty()) {
            return none(deviceId, cameraId);
        }
        byte[] picture = store.picture(now.get());
        return Reply.bytes((picture[0] & 255) == 0x89 ? "image/png" : "image/jpeg", picture);
    }

    private static Reply none(String deviceId, String cameraId) {
        return Reply.problem(
                404, "not-found", "Nothing is commissioned for this camera.", deviceId + "/" + cameraId, null);
    }
}
