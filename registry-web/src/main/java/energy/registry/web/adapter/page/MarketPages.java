package energy.registry.web.adapter.page;

import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.AccountQueries;
import energy.registry.web.application.BuyCertificates;
import energy.registry.web.application.CertificateQueries;
import energy.registry.web.application.DeviceQueries;
import energy.registry.web.application.MarketQueries;
import energy.registry.web.model.Actor;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.DeviceFilter;
import energy.registry.web.model.DeviceRow;
import energy.registry.web.model.LotItem;
import energy.registry.web.model.MarketFilter;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.PurchaseDone;
import energy.registry.web.model.PurchaseRequest;
import energy.registry.web.model.Quote;
import energy.registry.web.model.Window;
import energy.registry.web.port.CurrentActor;
import energy.registry.web.port.RequestIds;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The market, and a purchase in three screens: how much, the total and one question, and it is yours. */
@Path("/app/market")
@Produces(MediaType.TEXT_HTML)
public class MarketPages {
    private static final String QUANTITY_REMEDY =
            "Write an amount such as 100 or 0.5; a watt-hour is the smallest part.";
    private static final Map<String, String> FIELDS = Map.of("quantityWh", "quantity");

    @Inject
    CurrentActor current;

    @Inject
    RequestIds requestIds;

    @Inject
    MarketQueries market;

    @Inject
    AccountQueries accounts;

    @Inject
    DeviceQueries devices;

    @Inject
    CertificateQueries certificates;

    @Inject
    BuyCertificates purchases;

    @GET
    public Page offers(
            @QueryParam("technology") String technology,
            @QueryParam("zone") String zone,
            @QueryParam("maxPrice") String maxPrice,
            @QueryParam("sort") String sort,
            @QueryParam("after") String after) {
        Actor actor = current.get();
        long ceiling = Typed.minorUnits(maxPrice).orElse(0L);
        MarketFilter filter = new MarketFilter(technology, "", zone, ceiling, sort);
        String base = new Address("/app/market")
                .with("technology", technology)
                .with("zone", zone)
                .with("maxPrice", maxPrice)
                .with("sort", sort)
                .toString();
        return Pages.page("market")
                .with("filter", filter)
                .with("technologies", PublicPages.TECHNOLOGIES)
                .with("zones", zones())
                .with("maxPrice", maxPrice == null ? "" : maxPrice)
                .with("base", base)
                .with("balances", accounts.balances(actor, actor.organisation()))
                .with("offers", market.offers(actor, filter, Window.of(after)));
    }

    private List<String> zones() {
        return devices.directory(DeviceFilter.ALL, Window.first(Window.ROWS_MAX)).items().stream()
                .map(DeviceRow::zone)
                .distinct()
                .sorted()
                .toList();
    }

    @GET
    @Path("{id}")
    public Response choose(@PathParam("id") String id, @Context UriInfo uri) {
        return offered(id)
                .map(row ->
                        chooser(row, reading(uri).suggest("quantity", all(row)).suggest("unit", "kWh"), 200))
                .orElseGet(MarketPages::gone);
    }

    private static String all(CertificateRow row) {
        return Pages.display().kilowattHours(row.quantityWh());
    }

    @GET
    @Path("{id}/review")
    public Response review(@PathParam("id") String id, @Context UriInfo uri) {
        Optional<CertificateRow> offered = offered(id);
        if (offered.isEmpty()) {
            return gone();
        }
        FormReading form = reading(uri);
        long quantity = form.need("quantity", Typed.wattHours(form.text("quantity"), unit(form)), 0L, QUANTITY_REMEDY);
        if (!form.valid()) {
            return chooser(offered.get(), form, 422);
        }
        Outcome<Quote> quote = purchases.quote(current.get(), List.of(new LotItem(id, quantity)));
        quote.whyNot().ifPresent(refusal -> form.refused(refusal, FIELDS));
        return quote.result()
                .map(price -> confirm(offered.get(), form, price, requestIds.fresh(), 200))
                .orElseGet(() -> chooser(offered.get(), form, 422));
    }

    @POST
    @Path("{id}/buy")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response buy(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        FormReading form = new FormReading(sent);
        long quantity = Typed.wattHours(form.text("quantityWh"), "Wh").orElse(0L);
        long ceiling = Typed.wattHours(form.text("maxTotalMinor"), "Wh").orElse(0L);
        PurchaseRequest request = new PurchaseRequest(
                form.text("requestId"), List.of(new LotItem(id, quantity)), ceiling, form.text("currency"));
        Outcome<PurchaseDone> outcome = purchases.buy(current.get(), request);
        if (outcome.isDone()) {
            return Pages.seeOther("/app/holdings?done=bought");
        }
        outcome.whyNot().ifPresent(refusal -> form.refused(refusal, Map.of()));
        return offered(id).map(row -> again(row, form, quantity)).orElseGet(() -> Refused.page(outcome));
    }

    /** The confirmation once more, with why it did not go through and the price as it is now. */
    private Response again(CertificateRow row, FormReading form, long quantityWh) {
        Outcome<Quote> quote = purchases.quote(current.get(), List.of(new LotItem(row.certificateId(), quantityWh)));
        return quote.result()
                .map(price -> confirm(row, form, price, form.text("requestId"), 422))
                .orElseGet(() -> Refused.page(quote));
    }

    private Optional<CertificateRow> offered(String id) {
        return certificates.find(current.get(), id).filter(row -> row.offer() != null);
    }

    private static Response gone() {
        return Pages.status(404, Pages.page("offer-gone"));
    }

    private static FormReading reading(UriInfo uri) {
        return new FormReading(uri.getQueryParameters());
    }

    private static String unit(FormReading form) {
        return form.text("unit").isEmpty() ? "kWh" : form.text("unit");
    }

    private static Response chooser(CertificateRow row, FormReading form, int status) {
        String estimate = Typed.wattHours(form.text("quantity"), unit(form))
                .filter(quantity -> quantity <= row.quantityWh())
                .map(quantity -> Pages.display()
                        .money(row.offer().totalMinor(quantity), row.offer().currency()))
                .orElse("–");
        return Pages.status(
                status,
                Pages.page("buy")
                        .with("certificate", row)
                        .with("form", form.state())
                        .with("estimate", estimate));
    }

    private static Response confirm(CertificateRow row, FormReading form, Quote quote, String requestId, int status) {
        return Pages.status(
                status,
                Pages.page("buy-review")
                        .with("certificate", row)
                        .with("form", form.state())
                        .with("quote", quote)
                        .with("requestId", requestId));
    }
}
