package energy.registry.ingest.adapter.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.Origin;
import energy.registry.domain.identity.SigningKey;
import energy.registry.ingest.adapter.json.Wire;
import energy.registry.ingest.agent.AgentSource;
import energy.registry.ingest.agent.AgentTerms;
import energy.registry.ingest.application.AgentMetering;
import energy.registry.ingest.application.FollowSources;
import energy.registry.ingest.register.CounterStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The metering agent: for which meters it speaks, and where it finds them. */
final class AgentRoutes {
    private static final int PORT_MAX = 65_535;
    private static final int UNIT_MAX = 247;
    private static final int MODBUS_PORT = 502;
    private static final int POLL_SECONDS = 60;
    private static final int POLL_SECONDS_MAX = 3_600;
    private static final int MODEL_MAX = 65_534;
    private static final Logger LOG = LoggerFactory.getLogger(AgentRoutes.class);

    private final AgentMetering agent;
    private final FollowSources sources;

    AgentRoutes(AgentMetering agent, FollowSources sources) {
        this.agent = agent;
        this.sources = sources;
    }

    /** Makes the agent's key for a meter, with which the issuing body then registers the device. */
    Response enrol(Request request) {
        Body body = Body.of(request);
        String meterId = KeyRoutes.id(body, "meterId");
        AgentTerms terms = new AgentTerms(
                meterId,
                Digest.ZERO,
                body.has("origin") ? body.choice("origin", Origin.class) : Origin.LIVE,
                "FORWARD".equals(body.text("generationFlow", "REVERSE")),
                zone(body.text("zone", "Z")),
                Instant.EPOCH);
        try {
            SigningKey key = agent.enrol(terms, body.text("actor"), body.text("reason"));
            return Response.json(
                    201,
                    Wire.object()
                            .put("meterId", meterId)
                            .put("keyId", key.id().toString())
                            .put("meterKey", Base64.getEncoder().encodeToString(key.encoded())));
        } catch (IOException e) {
            throw new UncheckedIOException("the agent's key of " + meterId, e);
        }
    }

    private static ZoneOffset zone(String text) {
        try {
            return ZoneOffset.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("zone: '" + text + "' is no offset like -06:00", e);
        }
    }

    private enum Kind {
        SPARKPLUG,
        MODBUS,
        NONE
    }

    private enum Unit {
        WH(0),
        KWH(3),
        MWH(6);

        private final int powerOfTen;

        Unit(int powerOfTen) {
            this.powerOfTen = powerOfTen;
        }
    }

    Response source(Request request) {
        Body body = Body.of(request);
        String meterId = request.segments().get(0);
        AgentSource source =
                switch (body.choice("kind", Kind.class)) {
                    case SPARKPLUG -> sparkplug(meterId, body);
                    case MODBUS -> modbus(meterId, body);
                    case NONE -> new AgentSource.None(meterId);
                };
        String actor = body.text("actor");
        sources.set(source, actor, body.text("reason"));
        LOG.info("event=agent-source meter={} actor=\"{}\" source=\"{}\"", meterId, actor, source);
        return Response.json(200, json(source));
    }

    private static AgentSource sparkplug(String meterId, Body body) {
        return new AgentSource.Sparkplug(
                meterId,
                body.text("group"),
                body.text("node"),
                body.text("device", ""),
                body.text("metric"),
                body.choice("unit", Unit.class).powerOfTen,
                body.has("rollsAtWh") ? body.wholeLong("rollsAtWh") : 0);
    }

    private static AgentSource modbus(String meterId, Body body) {
        return new AgentSource.Modbus(
                meterId,
                body.text("host"),
                body.whole("port", MODBUS_PORT, 1, PORT_MAX),
                body.whole("unit", 1, 0, UNIT_MAX),
                body.whole("model", 0, 0, MODEL_MAX),
                body.whole("everySeconds", POLL_SECONDS, 1, POLL_SECONDS_MAX));
    }

    Response find(Request request) {
        ObjectNode json = Wire.object();
        ArrayNode list = json.putArray("sources");
        sources.all().forEach(source -> list.add(json(source)));
        return Response.json(200, json);
    }

    private ObjectNode json(AgentSource source) {
        Optional<CounterStep> step = sources.lastStep(source.meterId());
        ObjectNode json = (ObjectNode) Wire.tree(source);
        step.ifPresent(each -> json.put("counter", String.valueOf(each)));
        return json.put("kind", source.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT));
    }
}
