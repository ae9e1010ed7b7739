package energy.registry.web.adapter.rest;

import energy.registry.web.application.MarketQueries;
import energy.registry.web.application.OfferCertificates;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.OfferRequest;
import energy.registry.web.model.Slice;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The market's offers. */
@Path("offers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Market")
public class OffersResource {
    @Inject
    private MarketQueries market;

    @Inject
    private OfferCertificates offers;

    @Inject
    private CurrentActor actor;

    /** What is offered; quantityWh absent or 0 = the whole bundle. */
    public record OfferBody(
            String certificateId,
            long quantityWh,
            long priceMinorPerMwh,
            String currency,
            long minLotWh,
            Instant validUntil) {}

    @GET
    @Operation(
            summary = "Valid offers",
            description =
                    "sort is PRICE or PERIOD; from and until bound the start of production, fromHour and untilHour"
                            + " its UTC hour; ageYearsMax bounds the time the plant has been in operation.")
    public Slice<CertificateRow> list(@BeanParam OfferQuery query, @BeanParam Ask ask) {
        return market.offers(actor.get(), query.filter(), ask.window());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Offer a certificate or a part of it")
    public Response offer(@HeaderParam("Idempotency-Key") String key, OfferBody body) {
        if (body == null) {
            return Bodies.missing();
        }
        OfferRequest request = new OfferRequest(
                key,
                body.certificateId(),
                body.quantityWh(),
                body.priceMinorPerMwh(),
                body.currency(),
                body.minLotWh(),
                body.validUntil());
        return Problems.answer(offers.offer(actor.get(), request), placed -> Response.status(Response.Status.CREATED)
                .entity(placed)
                .build());
    }

    @DELETE
    @Path("{certificateId}")
    @Operation(summary = "Take an offer back")
    public Response cancel(
            @HeaderParam("Idempotency-Key") String key, @PathParam("certificateId") String certificateId) {
        return Problems.answer(offers.cancel(actor.get(), key, certificateId), placed -> Response.ok(placed)
                .build());
    }
}
