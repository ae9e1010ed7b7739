package energy.registry.web.adapter.page;

import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.AccountQueries;
import energy.registry.web.application.BuyCertificates;
import energy.registry.web.application.CertificateQueries;
import energy.registry.web.application.DeviceQueries;
import energy.registry.web.application.FillBasket;
import energy.registry.web.application.MarketQueries;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Balance;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.DeviceFilter;
import energy.registry.web.model.DeviceRow;
import energy.registry.web.model.LotItem;
import energy.registry.web.model.OfferTerms;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.PurchaseDone;
import energy.registry.web.model.PurchaseRequest;
import energy.registry.web.model.Window;
import energy.registry.web.port.CurrentActor;
import energy.registry.web.port.RequestIds;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The market, and buying from one offer on one screen: how much, what it costs, and it is yours. */
@Path("/app/market")
@Produces(MediaType.TEXT_HTML)
public class MarketPages {
    static final String QUANTITY_REMEDY = "remedy.quantity";
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

    @Inject
    FillBasket basket;

    @GET
    public Page offers(@BeanParam MarketQuery query, @QueryParam("done") String done) {
        Actor actor = current.get();
        List<DeviceRow> known = devices.directory(DeviceFilter.ALL, Window.first(Window.ROWS_MAX))
                .items();
        Page page = Pages.page("market")
                .with("filter", query.filter())
                .with("query", query.typed())
                .with("unfolded", query.unfolded())
                .with("technologies", PublicPages.TECHNOLOGIES)
                .with("zones", distinct(known, DeviceRow::zone))
                .with("countries", distinct(known, DeviceRow::country))
                .with("times", MarketQuery.TIMES_OF_DAY)
                .with("ages", MarketQuery.AGES)
                .with("base", query.base("/app/market"))
                .with("requestId", requestIds.fresh())
                .with("basketSize", basket.size(actor))
                .with("balances", accounts.balances(actor, actor.organisation()))
                .with("offers", market.offers(actor, query.filter(), Window.of(query.after)));
        return Pages.announced(page, done);
    }

    private static List<String> distinct(List<DeviceRow> devices, Function<DeviceRow, String> value) {
        return devices.stream().map(value).distinct().sorted().toList();
    }

    /** The request id stands in the address: whoever comes back here after a lost connection sends the same request. */
    @GET
    @Path("{id}")
    public Response choose(@PathParam("id") String id, @QueryParam("r") String requestId) {
        Optional<CertificateRow> offer = offered(id);
        if (offer.isEmpty()) {
            return gone(id);
        }
        if (requestId == null) {
            return Pages.seeOther("/app/market/" + id + "?r=" + requestIds.fresh());
        }
        return offer.map(row -> {
                    MultivaluedMap<String, String> suggested = new MultivaluedHashMap<>();
                    suggested.putSingle("quantity", Pages.display().kilowattHours(row.quantityWh()));
                    suggested.putSingle("unit", "kWh");
                    suggested.putSingle("requestId", requestId);
                    return chooser(row, new FormReading(suggested), 200);
                })
                .orElseThrow();
    }

    /** Buys at the price that the form showed, never at a higher one; the same form sent again buys once. */
    @POST
    @Path("{id}/buy")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response buy(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        FormReading form = new FormReading(sent);
        String unit = form.text("unit");
        long quantity = form.need("quantity", Typed.wattHours(form.number("quantity"), unit), 0L, QUANTITY_REMEDY);
        if (form.valid()) {
            long price = Typed.wattHours(form.text("priceMinorPerMwh"), "Wh").orElse(0L);
            OfferTerms seen = new OfferTerms(price, form.text("currency"), 1, Instant.EPOCH);
            PurchaseRequest request = new PurchaseRequest(
                    form.text("requestId"),
                    List.of(new LotItem(id, quantity)),
                    seen.totalMinor(quantity),
                    seen.currency());
            Outcome<PurchaseDone> outcome = purchases.buy(current.get(), request);
            if (outcome.result().isPresent()) {
                return bought(outcome.result().get());
            }
            Optional<Response> waiting = Pages.waiting(outcome);
            if (waiting.isPresent()) {
                return waiting.get();
            }
            outcome.whyNot().ifPresent(refusal -> form.refused(refusal, FIELDS));
        }
        return offered(id).map(row -> chooser(row, form, 422)).orElseGet(() -> gone(id));
    }

    /** What was bought can be retired on the very next screen. */
    static Response bought(PurchaseDone done) {
        return Pages.seeOther("/app/retire?tx=" + done.txId() + "&done=bought");
    }

    private Optional<CertificateRow> offered(String id) {
        return certificates.find(current.get(), id).filter(row -> row.offer() != null);
    }

    /** Whoever bought from it and never saw the answer finds the purchase here, not an empty place. */
    private Response gone(String id) {
        List<CertificateRow> bought = certificates.boughtFrom(current.get(), id);
        List<CertificateRow> free =
                bought.stream().filter(row -> row.status().equals("ACTIVE")).toList();
        return Pages.status(
                bought.isEmpty() ? 404 : 200,
                Pages.page("offer-gone")
                        .with("bought", bought)
                        .with(
                                "free",
                                free.stream().map(CertificateRow::certificateId).toList())
                        .with(
                                "totalWh",
                                bought.stream()
                                        .mapToLong(CertificateRow::quantityWh)
                                        .sum()));
    }

    private Response chooser(CertificateRow row, FormReading form, int status) {
        OfferTerms offer = row.offer();
        long quantity = Typed.wattHours(form.number("quantity"), form.text("unit"))
                .filter(wanted -> wanted <= row.quantityWh())
                .orElse(0L);
        long balance = accounts.balances(current.get(), current.get().organisation()).stream()
                .filter(each -> each.currency().equals(offer.currency()))
                .mapToLong(Balance::amountMinor)
                .sum();
        return Pages.status(
                status,
                Pages.page("buy")
                        .with("certificate", row)
                        .with("form", form.state())
                        .with("requestId", form.text("requestId"))
                        .with("totalMinor", offer.totalMinor(quantity))
                        .with("balanceMinor", balance));
    }
}
