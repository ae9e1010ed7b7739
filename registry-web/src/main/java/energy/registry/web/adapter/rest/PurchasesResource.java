package energy.registry.web.adapter.rest;

import energy.registry.web.application.AccountQueries;
import energy.registry.web.application.BuyCertificates;
import energy.registry.web.application.OrderCertificates;
import energy.registry.web.model.LotItem;
import energy.registry.web.model.PurchaseRequest;
import energy.registry.web.model.Slice;
import energy.registry.web.model.TradeRow;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Buying: certificate against money in one ledger transaction. */
@Path("purchases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Market")
public class PurchasesResource {
    @Inject
    private BuyCertificates buy;

    @Inject
    private OrderCertificates orders;

    @Inject
    private AccountQueries accounts;

    @Inject
    private CurrentActor actor;

    /** What is bought, and the most that may be paid for all of it. */
    public record PurchaseBody(List<LotItem> items, long maxTotalMinor, String currency) {}

    /** What a quote is wanted for. */
    public record QuoteBody(List<LotItem> items) {}

    @GET
    @Operation(summary = "Settled sales and purchases of one's organisation, newest first")
    public Slice<TradeRow> list(@BeanParam Ask ask) {
        return accounts.trades(actor.get(), ask.window());
    }

    @POST
    @Asks
    @Path("quote")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "What a purchase would cost now")
    public Response quote(QuoteBody body) {
        if (body == null || Bodies.lacks(body.items())) {
            return Bodies.missing();
        }
        return Problems.answer(buy.quote(actor.get(), body.items()), quote -> Response.ok(quote)
                .build());
    }

    @GET
    @Path("plan")
    @Operation(
            summary = "The cheapest offers that make a quantity",
            description = "Takes the filters of /offers; buy the lines of the answer's quote for at most its total.")
    public Response plan(@QueryParam("quantityWh") long quantityWh, @BeanParam OfferQuery query) {
        return Problems.answer(orders.plan(actor.get(), query.filter(), quantityWh), plan -> Response.ok(plan)
                .build());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Buy offered certificates")
    public Response buy(@HeaderParam("Idempotency-Key") String key, PurchaseBody body) {
        if (body == null || Bodies.lacks(body.items())) {
            return Bodies.missing();
        }
        PurchaseRequest request = new PurchaseRequest(key, body.items(), body.maxTotalMinor(), body.currency());
        return Problems.answer(
                buy.buy(actor.get(), request),
                done -> Response.status(Response.Status.CREATED).entity(done).build());
    }
}
