package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.display.DecimalComma;
import energy.registry.web.adapter.page.display.Worded;
import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.BuyCertificates;
import energy.registry.web.application.FillBasket;
import energy.registry.web.application.OrderCertificates;
import energy.registry.web.model.Basket;
import energy.registry.web.model.LotItem;
import energy.registry.web.model.OrderPlan;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.PurchaseDone;
import energy.registry.web.model.PurchaseRequest;
import energy.registry.web.port.CurrentActor;
import energy.registry.web.port.RequestIds;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** Several offers at once: gathered by hand in a basket, or put together by an order; bought in one transaction. */
@Path("/app")
@Produces(MediaType.TEXT_HTML)
public class BasketPages {
    private static final String BASKET = "/app/basket";

    @Inject
    CurrentActor current;

    @Inject
    RequestIds requestIds;

    @Inject
    FillBasket basket;

    @Inject
    OrderCertificates orders;

    @Inject
    BuyCertificates purchases;

    @GET
    @Path("basket")
    public Response look(@QueryParam("done") String done) {
        return shown(requestIds.fresh(), "", done, 200);
    }

    private Response shown(String requestId, String wrong, String done, int status) {
        return shown(requestId, Pages.page("basket").with("wrong", wrong), done, status);
    }

    private Response shown(String requestId, Page page, String done, int status) {
        Outcome<Basket> outcome = basket.look(current.get());
        return outcome.result()
                .map(held -> Pages.status(
                        status, Pages.announced(page.with("basket", held).with("requestId", requestId), done)))
                .orElseGet(() -> Refused.page(outcome));
    }

    @POST
    @Path("basket")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response put(MultivaluedMap<String, String> sent) {
        FormReading form = new FormReading(sent);
        String quantity = form.number("quantity");
        Optional<Long> typed = quantity.isEmpty() ? Optional.of(0L) : Typed.wattHours(quantity, form.text("unit"));
        if (typed.isEmpty()) {
            return shown(requestIds.fresh(), mistyped(form.text("quantity")), null, 422);
        }
        Outcome<Integer> outcome = basket.put(current.get(), new LotItem(form.text("certificateId"), typed.get()));
        return outcome.isDone()
                ? Pages.seeOther(quantity.isEmpty() ? "/app/market?done=added" : BASKET)
                : shown(requestIds.fresh(), outcome.whyNot().orElseThrow().detail(), null, 422);
    }

    private static Page mistyped(String quantity) {
        Worded<String> remark =
                say -> say.word("basket.mistyped", quantity) + " " + say.word(MarketPages.QUANTITY_REMEDY);
        return Pages.page("basket").with("wrong", "").with("mistyped", remark);
    }

    @POST
    @Path("basket/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(MultivaluedMap<String, String> sent) {
        Outcome<Integer> outcome = basket.remove(current.get(), values(sent, "certificateId"));
        return outcome.isDone() ? Pages.seeOther(BASKET) : Refused.page(outcome);
    }

    /** The cheapest offers that fit the market's filter, up to a quantity: what they are and what they cost. */
    @GET
    @Path("order")
    public Response order(
            @BeanParam MarketQuery query,
            @QueryParam("quantity") String quantity,
            @QueryParam("unit") String unit,
            @QueryParam("r") String requestId) {
        Optional<Long> typed =
                Typed.wattHours(DecimalComma.plain(quantity, query.comma), unit).filter(wanted -> wanted > 0);
        if (typed.isEmpty()) {
            return Pages.seeOther(query.base("/app/market"));
        }
        if (requestId == null) { // in the address, so that coming back after a lost connection sends the same request
            return Pages.seeOther(new Address(query.base("/app/order"))
                    .with("quantity", quantity)
                    .with("unit", unit)
                    .with("r", requestIds.fresh())
                    .toString());
        }
        return planned(query, typed.get(), requestId, "", 200);
    }

    private Response planned(MarketQuery query, long quantityWh, String requestId, String wrong, int status) {
        Outcome<OrderPlan> outcome = orders.plan(current.get(), query.filter(), quantityWh);
        return outcome.result()
                .map(plan -> Pages.status(
                        status,
                        Pages.page("order")
                                .with("plan", plan)
                                .with("back", query.base("/app/market"))
                                .with("wrong", wrong)
                                .with("requestId", requestId)))
                .orElseGet(() -> Refused.page(outcome));
    }

    /** Buys exactly the offers that were shown, for at most the total that was shown. */
    @POST
    @Path("purchase")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response buy(MultivaluedMap<String, String> sent, @BeanParam MarketQuery query) {
        FormReading form = new FormReading(sent);
        List<LotItem> items = values(sent, "item").stream()
                .map(BasketPages::item)
                .flatMap(Optional::stream)
                .toList();
        long most = Typed.wattHours(form.text("maxTotalMinor"), "Wh").orElse(0L);
        PurchaseRequest request = new PurchaseRequest(form.text("requestId"), items, most, form.text("currency"));
        Outcome<PurchaseDone> outcome = purchases.buy(current.get(), request);
        if (outcome.result().isPresent()) {
            basket.remove(
                    current.get(), items.stream().map(LotItem::certificateId).toList());
            return MarketPages.bought(outcome.result().get());
        }
        Optional<Response> waiting = Pages.waiting(outcome);
        if (waiting.isPresent()) {
            return waiting.get();
        }
        String wrong = outcome.whyNot().orElseThrow().detail();
        long wanted = Typed.wattHours(form.text("wantedWh"), "Wh").orElse(0L);
        return wanted > 0
                ? planned(query, wanted, requestIds.fresh(), wrong, 422)
                : shown(requestIds.fresh(), wrong, null, 422);
    }

    /** "certificate~Wh" as the review page wrote it. */
    private static Optional<LotItem> item(String text) {
        int wave = text.lastIndexOf('~');
        return wave < 0
                ? Optional.empty()
                : Typed.wattHours(text.substring(wave + 1), "Wh")
                        .map(quantity -> new LotItem(text.substring(0, wave), quantity));
    }

    static List<String> values(MultivaluedMap<String, String> sent, String name) {
        return sent.getOrDefault(name, List.of());
    }
}
