package energy.registry.vision.adapter.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import energy.registry.domain.encoding.Digest;
import energy.registry.vision.application.ClipRule;
import energy.registry.vision.application.CountersignClaim;
import energy.registry.vision.application.JudgeClip;
import energy.registry.vision.application.ReceiveClip;
import energy.registry.vision.application.VerifyFootage;
import energy.registry.vision.application.VisionFigures;
import energy.registry.vision.port.ClipStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The verifier's requests by path. */
public final class Doors {
    /** 1 MiB, as of every JSON body. */
    private static final int JSON_BYTES_MAX = 1 << 20;

    /** A signed capture has some 250 bytes. */
    private static final int CAPTURE_CHARACTERS_MAX = 8_192;

    private static final int RETRY_SECONDS = 5;
    private static final Pattern CLIP_FILE = Pattern.compile(
            "/v1/clips/([0-9a-f]{64})/(record(?:/([0-9a-f]{64}))?|kymograph\\.png|frame/([0-9])\\.jpg)");

    private final ReceiveClip receive;
    private final CountersignClaim countersign;
    private final ClipStore store;
    private final VisionFigures figures;
    private final Supplier<Map<String, Object>> health;
    private final Supplier<String> metrics;
    private final List<ServiceDoor> services;
    private final byte[] token;
    private final ObjectMapper json = new ObjectMapper();

    public Doors(
            ReceiveClip receive,
            CountersignClaim countersign,
            ClipStore store,
            VisionFigures figures,
            Supplier<Map<String, Object>> health,
            Supplier<String> metrics,
            List<ServiceDoor> services,
            String token) {
        this.receive = receive;
        this.countersign = countersign;
        this.store = store;
        this.figures = figures;
        this.health = health;
        this.metrics = metrics;
        this.services = List.copyOf(services);
        this.token = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    }

    Reply open(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String call = exchange.getRequestMethod() + " " + path;
        if (call.equals("GET /health")) {
            Map<String, Object> state = health.get();
            return Reply.json(state.get("status").equals("UP") ? 200 : 503, state);
        }
        if (call.equals("POST /v1/clips")) {
            return clip(exchange);
        }
        if (!isService(exchange)) {
            return Reply.problem(401, "unauthorized", "The service token is missing or wrong.", path, null);
        }
        if (call.equals("GET /metrics")) {
            return Reply.text(metrics.get());
        }
        if (call.equals("POST /v1/claims/countersign")) {
            return countersign(exchange);
        }
        for (ServiceDoor service : services) {
            Optional<Reply> reply = service.open(exchange);
            if (reply.isPresent()) {
                return reply.get();
            }
        }
        Matcher file = CLIP_FILE.matcher(path);
        return exchange.getRequestMethod().equals("GET") && file.matches() ? file(file) : notFound(path);
    }

    private boolean isService(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token);
    }

    private static Reply notFound(String what) {
        return Reply.problem(404, "not-found", "There is nothing here.", what, null);
    }

    private Reply clip(HttpExchange exchange) throws IOException {
        String header = exchange.getRequestHeaders().getFirst("X-Capture");
        byte[] capture = header == null || header.length() > CAPTURE_CHARACTERS_MAX ? null : base64(header);
        if (capture == null) {
            return turnedAway(
                    ClipRule.CAPTURE_MALFORMED, "header X-Capture: base64 of a signed clip record is missing");
        }
        Path upload = store.newUpload();
        try {
            Optional<Digest> digest = Bodies.save(exchange, upload, VerifyFootage.BYTES_MAX);
            if (digest.isEmpty()) {
                return turnedAway(ClipRule.CLIP_TOO_LARGE, "more than " + VerifyFootage.BYTES_MAX + " bytes");
            }
            return answer(receive.receive(capture, upload, digest.get()));
        } finally {
            Files.deleteIfExists(upload);
        }
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text.trim());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Reply answer(ReceiveClip.Answer answer) {
        if (answer instanceof ReceiveClip.TurnedAway away) {
            return turnedAway(away.rule(), away.detail());
        }
        ReceiveClip.Admitted admitted = (ReceiveClip.Admitted) answer;
        figures.admitted();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("clip", admitted.clip().toString());
        body.put("status", admitted.status());
        admitted.verdict().ifPresent(digest -> body.put("verdictDigest", digest.toString()));
        return Reply.json(202, body);
    }

    private Reply turnedAway(ClipRule rule, String detail) {
        figures.turnedAway(rule);
        String code = rule == ClipRule.QUEUE_FULL ? "busy" : "refused";
        Reply reply = Reply.problem(rule.status(), code, rule.sentence(), detail, rule.name());
        return rule == ClipRule.QUEUE_FULL ? reply.withRetryAfter(RETRY_SECONDS) : reply;
    }

    private Reply countersign(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(JSON_BYTES_MAX + 1);
        if (body.length > JSON_BYTES_MAX) {
            return Reply.problem(413, "too-large", "The body is larger than 1 MiB.", "", null);
        }
        byte[] claim;
        List<byte[]> verdicts = new ArrayList<>();
        try {
            JsonNode request = json.readTree(body);
            claim = Base64.getDecoder().decode(request.path("claim").asText());
            for (JsonNode verdict : request.path("verdicts")) {
                verdicts.add(Base64.getDecoder().decode(verdict.asText()));
            }
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            return turnedAway(ClipRule.CLAIM_MALFORMED, "body: {claim, verdicts} in base64 is expected");
        }
        CountersignClaim.Answer answer = countersign.countersign(claim, verdicts);
        if (answer instanceof CountersignClaim.Declined declined) {
            return turnedAway(declined.rule(), declined.detail());
        }
        var signature = ((CountersignClaim.Countersigned) answer).signature();
        return Reply.json(
                200,
                Map.of(
                        "keyId", signature.keyId().toString(),
                        "signature", Base64.getEncoder().encodeToString(signature.signature())));
    }

    private Reply file(Matcher asked) throws IOException {
        Digest clip = Digest.parse(asked.group(1));
        if (asked.group(4) != null) {
            return file(clip, JudgeClip.frameName(Integer.parseInt(asked.group(4))), "image/jpeg");
        }
        if (asked.group(3) != null) {
            return file(clip, JudgeClip.recordName(Digest.parse(asked.group(3))), "application/json");
        }
        return asked.group(2).equals("record")
                ? file(clip, JudgeClip.RECORD, "application/json")
                : file(clip, JudgeClip.KYMOGRAPH, "image/png");
    }

    private Reply file(Digest clip, String name, String type) throws IOException {
        return store.read(clip, name)
                .map(bytes -> Reply.bytes(type, bytes))
                .orElseGet(() -> notFound(clip + "/" + name));
    }
}
