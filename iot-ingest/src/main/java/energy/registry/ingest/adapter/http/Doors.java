package energy.registry.ingest.adapter.http;

import energy.registry.domain.identity.SigningKey;
import energy.registry.ingest.application.AcceptVerdicts;
import energy.registry.ingest.application.AgentMetering;
import energy.registry.ingest.application.CorrectStatements;
import energy.registry.ingest.application.Desk;
import energy.registry.ingest.application.DeviceRules;
import energy.registry.ingest.application.DriveAgain;
import energy.registry.ingest.application.EnrolKeys;
import energy.registry.ingest.application.FollowSources;
import energy.registry.ingest.application.Intake;
import energy.registry.ingest.application.Meters;
import energy.registry.ingest.application.TakeUploads;
import energy.registry.ingest.limit.PeerLimits;
import energy.registry.ingest.port.ClipRecords;
import energy.registry.ingest.port.DeviceDirectory;
import energy.registry.ingest.port.Reports;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** All routes of this service. */
public final class Doors {
    private Doors() {}

    /** What the routes lead to. */
    public record Services(
            Intake statements,
            AcceptVerdicts verdicts,
            Meters meters,
            Desk desk,
            Reports reports,
            FileDoor files,
            DeviceRules rules,
            CorrectStatements corrections,
            DeviceDirectory devices,
            ClipRecords records,
            Clock clock,
            Supplier<Map<String, Boolean>> checks,
            Supplier<String> metrics) {}

    /** What the routes of files and keys lead to. */
    public record FileDoor(
            TakeUploads uploads,
            DeviceDirectory devices,
            EnrolKeys keys,
            AgentMetering agent,
            FollowSources sources,
            DriveAgain again,
            Function<byte[], SigningKey> keyReader,
            String template,
            String registerTemplate) {}

    public static HttpDoor open(int port, String token, PeerLimits limits, Services services) throws IOException {
        IntakeRoutes intake = new IntakeRoutes(services);
        ReportRoutes reports = new ReportRoutes(services);
        DeskRoutes desk = new DeskRoutes(services);
        RuleRoutes rules = new RuleRoutes(services);
        CorrectionRoutes corrections = new CorrectionRoutes(services.corrections(), services.clock());
        List<Route> routes = new ArrayList<>(fileRoutes(services.files()));
        routes.addAll(List.of(
                new Route("GET", "/health", true, reports::health),
                new Route("GET", "/metrics", true, reports::metrics),
                new Route("POST", "/v1/statements", true, intake::statement),
                new Route("GET", "/v1/meters/*/position", true, intake::position),
                new Route("POST", "/v1/verdicts", false, intake::verdict),
                new Route("GET", "/v1/statements", false, reports::statements),
                new Route("GET", "/v1/statements/*", false, reports::statement),
                new Route("POST", "/v1/statements/*/correction", false, corrections::correct),
                new Route("GET", "/v1/over-issues", false, corrections::page),
                new Route("POST", "/v1/over-issues/*/decision", false, corrections::decide),
                new Route("GET", "/v1/evidence/*", false, reports::evidence),
                new Route("GET", "/v1/rules", false, rules::rules),
                new Route("POST", "/v1/rules", false, rules::set),
                new Route("GET", "/v1/findings", false, rules::findings),
                new Route("GET", "/v1/held", false, desk::held),
                new Route("POST", "/v1/held/*/*/decision", false, desk::decide),
                new Route("POST", "/v1/meters/*/release", false, desk::release),
                new Route("POST", "/v1/meters/*/exchange", false, desk::exchange),
                new Route("POST", "/v1/meters/*/epoch", false, desk::openEpoch)));
        return HttpDoor.open(port, routes, token, limits);
    }

    private static List<Route> fileRoutes(FileDoor files) {
        UploadRoutes uploads =
                new UploadRoutes(files.uploads(), files.devices(), files.template(), files.registerTemplate());
        KeyRoutes keys = new KeyRoutes(files.keys(), files.keyReader());
        AgentRoutes agents = new AgentRoutes(files.agent(), files.sources());
        QuarantineRoutes quarantine = new QuarantineRoutes(files.again(), files.devices());
        return List.of(
                new Route("POST", "/v1/uploads", false, UploadRoutes.FILE_BYTES_MAX, uploads::take),
                new Route("GET", "/v1/uploads", false, uploads::page),
                new Route("GET", "/v1/uploads/template.csv", true, uploads::template),
                new Route("GET", "/v1/uploads/*", false, uploads::one),
                new Route("POST", "/v1/keys", false, keys::propose),
                new Route("GET", "/v1/keys", false, keys::find),
                new Route("GET", "/v1/cameras/*/keys", false, keys::ofCamera),
                new Route("POST", "/v1/keys/*/decision", false, keys::decide),
                new Route("POST", "/v1/keys/*/revocation", false, keys::revoke),
                new Route("POST", "/v1/agents", false, agents::enrol),
                new Route("GET", "/v1/agents", false, agents::find),
                new Route("PUT", "/v1/agents/*/source", false, agents::source),
                new Route("GET", "/v1/quarantine", false, quarantine::page),
                new Route("POST", "/v1/quarantine/*/redrive", false, quarantine::drive));
    }
}
