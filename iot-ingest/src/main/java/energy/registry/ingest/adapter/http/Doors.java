package energy.registry.ingest.adapter.http;

import energy.registry.ingest.application.AcceptStatements;
import energy.registry.ingest.application.AcceptVerdicts;
import energy.registry.ingest.application.Desk;
import energy.registry.ingest.application.Meters;
import energy.registry.ingest.port.ClipRecords;
import energy.registry.ingest.port.Reports;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** All routes of this service. */
public final class Doors {
    private Doors() {}

    /** What the routes lead to. */
    public record Services(
            AcceptStatements statements,
            AcceptVerdicts verdicts,
            Meters meters,
            Desk desk,
            Reports reports,
            ClipRecords records,
            Clock clock,
            Supplier<Map<String, Boolean>> checks,
            Supplier<String> metrics) {}

    public static HttpDoor open(int port, String token, Services services) throws IOException {
        IntakeRoutes intake = new IntakeRoutes(services);
        ReportRoutes reports = new ReportRoutes(services);
        DeskRoutes desk = new DeskRoutes(services);
        return HttpDoor.open(
                port,
                List.of(
                        new Route("GET", "/health", true, reports::health),
                        new Route("GET", "/metrics", true, reports::metrics),
                        new Route("POST", "/v1/statements", true, intake::statement),
                        new Route("GET", "/v1/meters/*/position", true, intake::position),
                        new Route("POST", "/v1/verdicts", false, intake::verdict),
                        new Route("GET", "/v1/statements", false, reports::statements),
                        new Route("GET", "/v1/statements/*", false, reports::statement),
                        new Route("GET", "/v1/evidence/*", false, reports::evidence),
                        new Route("GET", "/v1/held", false, desk::held),
                        new Route("POST", "/v1/held/*/*/decision", false, desk::decide),
                        new Route("POST", "/v1/meters/*/release", false, desk::release),
                        new Route("POST", "/v1/meters/*/epoch", false, desk::openEpoch)),
                token);
    }
}
