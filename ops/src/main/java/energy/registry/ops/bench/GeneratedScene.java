package energy.registry.ops.bench;

import com.fasterxml.jackson.databind.JsonNode;
import energy.registry.ops.device.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A large read model made by statements of SQL, without a ledger: every page that database, identity provider and WildFly answer alone. */
final class GeneratedScene implements WebScene {
    /** Sellers and buyers of the read model, each. */
    private static final int ORGANISATIONS = 20;

    private final WebReadModel model;
    private final long certificates;
    private final URI site;
    private final HttpClient http;

    GeneratedScene(Map<String, String> environment, long certificates, URI site, HttpClient http) {
        this.model = WebReadModel.of(environment);
        this.certificates = certificates;
        this.site = site;
        this.http = http;
    }

    @Override
    public long prepare() throws IOException, InterruptedException {
        long made = model.fill(certificates);
        requireSoundModel();
        return made;
    }

    /** A model in which the audit finds something would be another one than the software makes. */
    private void requireSoundModel() throws IOException, InterruptedException {
        HttpResponse<String> audit = http.send(
                HttpRequest.newBuilder(site.resolve("/api/v1/audit/summary")).build(),
                HttpResponse.BodyHandlers.ofString());
        JsonNode found = Json.parse(audit.body()).orElseThrow();
        if (!found.path("ok").asBoolean()) {
            throw new IllegalStateException("the generated read model does not pass the audit: " + audit.body());
        }
    }

    @Override
    public String organisation(String role, int number) {
        String two = String.format(Locale.ROOT, "%02d", 1 + number % ORGANISATIONS);
        return switch (role) {
            case "generator" -> "gen-" + two;
            case "buyer" -> "buy-" + two;
            default -> role;
        };
    }

    @Override
    public List<WebStop> stops(WebPeople.Visitor visitor) throws IOException {
        return new WebPages(model).of(visitor);
    }

    @Override
    public String notWalked() {
        return "pages that ledger, meter service and verifier answer; --system walks those";
    }
}
