package energy.registry.ingest.adapter.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.identity.SigningKey;
import energy.registry.ingest.adapter.json.Wire;
import energy.registry.ingest.application.EnrolKeys;
import energy.registry.ingest.identity.EnrolledKey;
import energy.registry.ingest.identity.KeySubject;
import energy.registry.ingest.port.KeyStore;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keys of meters, agents, cameras and gateways. */
final class KeyRoutes {
    private static final int PAGE = 100;
    private static final int PAGE_MAX = 1_000;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Logger LOG = LoggerFactory.getLogger(KeyRoutes.class);

    private final EnrolKeys keys;
    private final Function<byte[], SigningKey> reader;

    /** @param reader reads a key as it was sent, or throws naming what is accepted */
    KeyRoutes(EnrolKeys keys, Function<byte[], SigningKey> reader) {
        this.keys = keys;
        this.reader = reader;
    }

    Response propose(Request request) {
        Body body = Body.of(request);
        Body subject = body.object("subject");
        EnrolKeys.Result result = keys.propose(new KeyStore.Proposal(
                id(body, "requestId"),
                new KeySubject(
                        subject.choice("type", KeySubject.Type.class), id(subject, "id"), id(subject, "deviceId")),
                reader.apply(body.base64("key")),
                body.instant("validFrom"),
                body.instantOrNull("validUntil"),
                body.text("actor"),
                body.text("reason")));
        return answer(201, result);
    }

    Response decide(Request request) {
        Body body = Body.of(request);
        String enrolment = request.segments().get(0);
        if (!enrolment.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("enrolmentId: '" + enrolment + "' is no number of an enrolment");
        }
        boolean approve = body.choice("decision", Decision.class) == Decision.APPROVE;
        String actor = body.text("actor");
        EnrolKeys.Result result = keys.decide(Long.parseLong(enrolment), approve, actor, body.text("reason"));
        LOG.info("event=key-decided enrolment={} approve={} actor=\"{}\"", enrolment, approve, actor);
        return answer(200, result);
    }

    private enum Decision {
        APPROVE,
        REJECT
    }

    Response revoke(Request request) {
        Body body = Body.of(request);
        Digest keyId = ReportRoutes.digest(request.segments().get(0));
        Instant since = body.instantOrNull("compromisedSince");
        String actor = body.text("actor");
        Optional<EnrolKeys.Revocation> revoked = keys.revoke(
                keyId, since, body.has("deviceId") ? id(body, "deviceId") : null, actor, body.text("reason"));
        if (revoked.isEmpty()) {
            return problem(404, EnrolKeys.Refusal.KEY_IS_APPROVED, keyId.toString());
        }
        LOG.warn("event=key-revoked key={} compromised={} actor=\"{}\"", keyId, since, actor);
        ObjectNode json = Wire.object();
        json.put("keyId", keyId.toString());
        json.set("enrolments", list(revoked.get().enrolments()));
        json.set("toReview", Wire.tree(revoked.get().toReview()));
        return Response.json(200, json);
    }

    Response find(Request request) {
        String status = request.parameter("status");
        EnrolledKey.Status wanted = status == null ? null : status(status);
        ObjectNode json = Wire.object();
        json.set("keys", list(keys.find(request.parameter("device"), wanted, request.limit(PAGE, PAGE_MAX))));
        return Response.json(200, json);
    }

    /** What the verifier of footage reads: which keys hold for a camera, and when. */
    Response ofCamera(Request request) {
        ObjectNode json = Wire.object();
        json.set("keys", list(keys.ofCamera(request.segments().get(0))));
        return Response.json(200, json);
    }

    private static EnrolledKey.Status status(String text) {
        for (EnrolledKey.Status status : EnrolledKey.Status.values()) {
            if (status.name().equals(text)) {
                return status;
            }
        }
        throw new IllegalArgumentException("status: '" + text + "' is none of PENDING, APPROVED, REJECTED, REVOKED");
    }

    static String id(Body body, String field) {
        String value = body.text(field);
        if (!ID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    field + ": '" + value + "'; use 1 to 64 letters, digits, dots, colons, hyphens, underscores");
        }
        return value;
    }

    private static Response answer(int status, EnrolKeys.Result result) {
        if (result.refusal() != null) {
            int code = result.refusal() == EnrolKeys.Refusal.DEVICE_UNKNOWN
                            || result.refusal() == EnrolKeys.Refusal.ENROLMENT_UNKNOWN
                    ? 404
                    : 409;
            return problem(code, result.refusal(), "Nothing was changed.");
        }
        return Response.json(status, json(result.enrolled()));
    }

    private static Response problem(int status, EnrolKeys.Refusal refusal, String detail) {
        return Problem.rule(status, refusal.name(), refusal.sentence(), detail);
    }

    private static ArrayNode list(List<EnrolledKey> enrolled) {
        ArrayNode list = Wire.object().putArray("list");
        enrolled.forEach(key -> list.add(json(key)));
        return list;
    }

    private static ObjectNode json(EnrolledKey key) {
        ObjectNode json = Wire.object();
        json.put("enrolmentId", Long.toString(key.enrolmentId()));
        json.put("keyId", key.keyId().toString());
        json.put("status", key.status().name());
        json.put("algorithm", EnrolKeys.algorithm(key));
        json.putObject("subject")
                .put("type", key.subject().type().name())
                .put("id", key.subject().id())
                .put("deviceId", key.subject().deviceId());
        json.put("key", Base64.getEncoder().encodeToString(key.key().encoded()));
        json.put("validFrom", key.validFrom().toString());
        if (key.ledger() != null) {
            json.set("ledger", Wire.tree(key.ledger()));
        }
        put(json, "validUntil", key.validUntil());
        put(json, "revokedAt", key.revokedAt());
        put(json, "compromisedSince", key.compromisedSince());
        return json;
    }

    private static void put(ObjectNode json, String field, Instant value) {
        if (value != null) {
            json.put(field, value.toString());
        }
    }
}
