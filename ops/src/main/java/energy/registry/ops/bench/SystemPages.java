package energy.registry.ops.bench;

import static energy.registry.ops.bench.WebStop.any;
import static energy.registry.ops.bench.WebStop.anyOf;
import static energy.registry.ops.bench.WebStop.list;
import static energy.registry.ops.bench.WebStop.page;
import static energy.registry.ops.bench.WebStop.segment;

import com.fasterxml.jackson.databind.JsonNode;
import energy.registry.ops.device.HttpDoor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the meter service, the verifier and the ledger's nodes answer, by role. */
final class SystemPages {
    /** Ids to choose from for each kind of page. */
    private static final int IDS = 100;

    private final WebReadModel model;
    private final HttpDoor meters;

    SystemPages(WebReadModel model, HttpDoor meters) {
        this.model = model;
        this.meters = meters;
    }

    /** Everything of these services that somebody of this organisation with this role opens. */
    List<WebStop> of(WebPeople.Visitor visitor) throws IOException {
        List<WebStop> stops = new ArrayList<>(anybody());
        switch (visitor.role()) {
            case "generator" -> stops.addAll(generator(visitor.organisation()));
            case "buyer" -> stops.addAll(ofCertificates("owner = '" + visitor.organisation() + "'"));
            default -> stops.addAll(overseer());
        }
        return stops;
    }

    private List<WebStop> anybody() throws IOException {
        List<String> numbers = model.ids("select statement_no from retirement order by seq limit " + IDS);
        return List.of(
                any("/verify/{no}", "/verify/", numbers),
                any("/api/v1/public/statements/{no}/provenance", "/api/v1/public/statements/", numbers, "/provenance"),
                page("/api/v1/keys"),
                page("/app/rules"));
    }

    private List<WebStop> generator(String owner) throws IOException {
        List<String> devices = model.ids("select device_id from device where owner = '" + owner + "'");
        List<WebStop> stops = new ArrayList<>(ofDevices(devices));
        stops.addAll(ofCertificates("owner = '" + owner + "'"));
        stops.addAll(List.of(
                list("/app/my/readings"),
                list("/app/my/uploads"),
                page("/app/my/production"),
                any("/app/office/findings?device={id}", "/app/office/findings?device=", devices),
                any("/app/office/quarantine?device={id}", "/app/office/quarantine?device=", devices),
                any("/app/office/keys?device={id}", "/app/office/keys?device=", devices)));
        return stops;
    }

    private List<WebStop> overseer() throws IOException {
        List<WebStop> stops =
                new ArrayList<>(ofDevices(model.ids("select device_id from device order by device_id limit " + IDS)));
        stops.addAll(ofCertificates("true"));
        List<String> transactions = model.ids("select distinct tx_id from ledger_event limit " + IDS);
        stops.addAll(List.of(
                any("/app/transactions/{tx}", "/app/transactions/", transactions),
                any("/api/v1/audit/transactions/{tx}", "/api/v1/audit/transactions/", transactions),
                list("/app/desk"),
                list("/app/office/quarantine"),
                list("/app/office/findings"),
                page("/app/office/keys"),
                page("/app/office/freezes"),
                page("/app/office/attestations")));
        List<String> held = held();
        if (!held.isEmpty()) {
            stops.add(anyOf("/app/desk/{claim}", held));
        }
        return stops;
    }

    private List<WebStop> ofDevices(List<String> devices) throws IOException {
        List<WebStop> stops = new ArrayList<>();
        List<String> days = new ArrayList<>();
        List<String> intervals = new ArrayList<>();
        List<String> pictures = new ArrayList<>();
        for (String device : devices) {
            JsonNode statements = read("/v1/statements?limit=96&device=" + segment(device));
            for (JsonNode statement : statements.path("statements")) {
                String digest = statement.path("statementDigest").asText();
                for (JsonNode interval : statement.path("intervals")) {
                    intervals.add("/app/intervals/" + digest + "/"
                            + interval.path("interval").asInt());
                    days.add("/app/my/devices/" + segment(device) + "?day="
                            + interval.path("start").asText().substring(0, "2026-01-01".length()));
                    interval.path("verdicts")
                            .forEach(verdict -> pictures.add("/api/v1/statements/" + digest + "/clips/"
                                    + verdict.path("clip").asText()));
                }
            }
        }
        stops.add(anyOf("/app/my/devices/{id}?day={day}", days));
        stops.add(anyOf("/app/intervals/{interval}", intervals));
        stops.add(any("/api/v1/statements?device={id}", "/api/v1/statements?device=", devices));
        stops.add(any("/api/v1/findings?device={id}", "/api/v1/findings?device=", devices));
        if (!pictures.isEmpty()) { // an array of the twin has no camera
            stops.add(anyOf("kymograph.png", ending(pictures, "/kymograph.png")));
            stops.add(anyOf("frame.jpg", ending(pictures, "/frame/0.jpg")));
            stops.add(anyOf("clip's record", ending(pictures, "/record")));
        }
        return stops;
    }

    private static List<String> ending(List<String> clips, String end) {
        return clips.stream().map(clip -> clip + end).toList();
    }

    /** Nothing for who holds none: the market, which they look at, is in the other walk. */
    private List<WebStop> ofCertificates(String whose) throws IOException {
        List<String> ids = model.ids(
                "select certificate_id from certificate where " + whose + " order by start_at desc limit " + IDS);
        if (ids.isEmpty()) {
            return List.of();
        }
        return List.of(
                any("/app/certificates/{id}", "/app/certificates/", ids),
                any("/api/v1/certificates/{id}/history", "/api/v1/certificates/", ids, "/history"),
                any("/api/v1/certificates/{id}/provenance", "/api/v1/certificates/", ids, "/provenance"));
    }

    private List<String> held() throws IOException {
        List<String> found = new ArrayList<>();
        for (JsonNode statement : read("/v1/held?limit=50").path("held")) {
            for (JsonNode interval : statement.path("intervals")) {
                found.add("/app/desk/" + statement.path("statementDigest").asText() + "/"
                        + interval.path("interval").asInt());
            }
        }
        return found;
    }

    private JsonNode read(String path) throws IOException {
        return Scenery.must(path, meters.get(path)).body();
    }
}
