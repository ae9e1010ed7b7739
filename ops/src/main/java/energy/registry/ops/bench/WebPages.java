package energy.registry.ops.bench;

import static energy.registry.ops.bench.WebStop.any;
import static energy.registry.ops.bench.WebStop.list;
import static energy.registry.ops.bench.WebStop.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The pages and lists that a role walks through, each with an address that changes from visit to visit. */
final class WebPages {
    /** Ids to choose from for each kind of page. */
    private static final int IDS = 200;

    private final WebReadModel model;
    private final List<String> devices;
    private final List<String> statements;
    private final List<String> offers;

    WebPages(WebReadModel model) throws IOException {
        this.model = model;
        this.devices = model.ids("select device_id from device order by device_id limit " + IDS);
        this.statements = model.ids("select statement_no from retirement order by statement_no limit " + IDS);
        this.offers = model.ids(
                "select certificate_id from market_offer" + " order by price_minor, certificate_id limit " + IDS);
    }

    /** Everything that somebody of this organisation with this role opens. */
    List<WebStop> of(WebPeople.Visitor visitor) throws IOException {
        List<WebStop> stops = new ArrayList<>(open());
        stops.addAll(signedIn());
        switch (visitor.role()) {
            case "generator" -> stops.addAll(generator(visitor.organisation()));
            case "buyer" -> stops.addAll(buyer(visitor.organisation()));
            default -> stops.addAll(overseer());
        }
        return stops;
    }

    private List<WebStop> open() {
        return List.of(
                page("/"),
                list("/devices"),
                page("/devices?technology=WIND&q=Anlage"),
                any("/devices/{id}", "/devices/", devices),
                page("/audit"),
                page("/docs"),
                page("/verify"),
                any("/verify/{no}", "/verify/", statements),
                page("/join"));
    }

    private static List<WebStop> signedIn() {
        return List.of(
                page("/app"),
                list("/app/news"),
                list("/app/activity"),
                page("/app/settings"),
                page("/app/organisation"),
                page("/app/fees"),
                page("/app/fees?month=2025-10"),
                list("/app/office/attestations"));
    }

    private List<WebStop> generator(String organisation) throws IOException {
        List<String> mine = certificates(organisation, "'ACTIVE'");
        List<WebStop> stops = new ArrayList<>(trader(mine));
        stops.addAll(List.of(
                page("/app/my/devices"),
                list("/app/my/certificates"),
                page("/app/my/certificates?status=SUPERSEDED"),
                page("/app/my/certificates?status=ACTIVE&from=2025-11-01&until=2025-12-01"),
                any("/app/my/certificates/{id}/offer", "/app/my/certificates/", mine, "/offer"),
                page("/app/my/production"),
                page("/app/my/production?day=2025-11-05"),
                list("/app/my/registrations")));
        return stops;
    }

    private List<WebStop> buyer(String organisation) throws IOException {
        List<String> mine = certificates(organisation, "'ACTIVE'");
        List<WebStop> stops = new ArrayList<>(trader(mine));
        stops.addAll(List.of(
                list("/app/market"),
                page("/app/market?technology=SOLAR&country=NL"),
                page("/app/market?sort=PERIOD&zone=10Y1001A1001A82H"),
                any("/app/market/{id}", "/app/market/", offers, "?r=bench"),
                page("/app/order?quantity=20&unit=MWh&r=bench"),
                page("/app/basket"),
                page("/app/bulk"),
                page("/app/beneficiaries"),
                page("/app/approvals"),
                page("/app/statements/report?from=2025-10-01&until=2025-10-07")));
        return stops;
    }

    private List<WebStop> trader(List<String> mine) {
        return List.of(
                list("/app/holdings"),
                page("/app/holdings?group=MONTH"),
                page("/app/holdings?group=DEVICE"),
                page("/app/holdings?group=HOUR"),
                any("/app/retire?id={id}", "/app/retire?id=", mine),
                any("/app/transfers/new?id={id}", "/app/transfers/new?id=", mine),
                list("/app/transfers"),
                list("/app/statements"),
                any("/app/statements/{no}", "/app/statements/", statements),
                list("/app/balance"),
                page("/api/v1/certificates?limit=100"),
                page("/api/v1/purchases?limit=100"),
                page("/api/v1/accounts/movements?limit=100"));
    }

    private List<WebStop> overseer() throws IOException {
        List<String> accounts = model.ids("select account_id from account order by account_id");
        List<String> organisations = model.ids("select id from case_file where kind = 'ORGANISATION' limit " + IDS);
        List<String> registrations =
                model.ids("select id from case_file where kind = 'DEVICE' and status <> 'DRAFT' limit " + IDS);
        List<String> transactions = model.ids("select tx_id from ledger_event order by seq limit " + IDS);
        return List.of(
                list("/app/search"),
                any("/app/search?q={tx}", "/app/search?q=", transactions),
                page("/app/search?q=Anlage"),
                list("/app/registry/devices"),
                list("/app/registry/accounts"),
                list("/app/registry/certificates"),
                page("/app/registry/certificates?status=RETIRED&device=WTG-0007"),
                page("/app/registry/certificates?status=OFFERED&owner=gen-03"),
                page("/app/registry/certificates?owner=buy-05"),
                list("/app/registry/retirements"),
                any("/app/office/accounts/{id}", "/app/office/accounts/", accounts),
                list("/app/office/organisations"),
                any("/app/office/organisations/{id}", "/app/office/organisations/", organisations),
                list("/app/office/devices"),
                any("/app/office/devices/{id}", "/app/office/devices/", registrations),
                list("/app/office/proposals"),
                page("/api/v1/certificates?limit=100"),
                page("/api/v1/audit/events?limit=100"));
    }

    private List<String> certificates(String owner, String statuses) throws IOException {
        return model.ids("select certificate_id from certificate where owner = '" + owner + "' and status in ("
                + statuses + ") order by start_at desc, certificate_id desc limit " + IDS);
    }
}
