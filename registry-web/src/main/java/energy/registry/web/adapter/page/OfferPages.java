package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.display.Display;
import energy.registry.web.application.CertificateQueries;
import energy.registry.web.application.OfferCertificates;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.OfferPlaced;
import energy.registry.web.model.OfferRequest;
import energy.registry.web.model.Outcome;
import energy.registry.web.port.CurrentActor;
import energy.registry.web.port.RequestIds;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** An owner puts a certificate up for sale, and takes the offer back. */
@Path("/app/my/certificates/{id}/offer")
@Produces(MediaType.TEXT_HTML)
public class OfferPages {
    private static final String CURRENCY = "EUR"; // the one currency that the settlement agent books today
    /** What a new offer suggests: long enough to be found, short enough to be thought about again. */
    private static final Duration VALIDITY_SUGGESTED = Duration.ofDays(30);

    /** Smallest sale that a new offer suggests: below a kWh a trade costs more than it moves. */
    private static final long LOT_SUGGESTED_WH = 1_000;

    private static final Map<String, String> FIELDS =
            Map.of("priceMinorPerMwh", "price", "minLotWh", "minLot", "validUntil", "validUntil");

    @Inject
    CurrentActor current;

    @Inject
    Clock clock;

    @Inject
    RequestIds requestIds;

    @Inject
    CertificateQueries certificates;

    @Inject
    OfferCertificates offers;

    @GET
    public Response form(@PathParam("id") String id) {
        CertificateRow certificate = mine(id);
        MultivaluedMap<String, String> suggested = new MultivaluedHashMap<>();
        Instant until = clock.instant().plus(VALIDITY_SUGGESTED).truncatedTo(ChronoUnit.HOURS);
        suggested.putSingle("validUntil", new Display().field(until));
        suggested.putSingle(
                "minLot", new Display().kilowattHours(Math.min(LOT_SUGGESTED_WH, certificate.quantityWh())));
        suggested.putSingle("requestId", requestIds.fresh());
        return shown(certificate, new FormReading(suggested), 200);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response offer(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        CertificateRow certificate = mine(id);
        FormReading form = new FormReading(sent);
        OfferRequest request = read(form, id);
        if (form.valid()) {
            Outcome<OfferPlaced> outcome = offers.offer(current.get(), request);
            outcome.whyNot().ifPresent(refusal -> form.refused(refusal, FIELDS));
        }
        return form.valid() ? Pages.seeOther("/app/my/certificates?done=offered") : shown(certificate, form, 422);
    }

    @POST
    @Path("cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response cancel(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        CertificateRow certificate = mine(id);
        FormReading form = new FormReading(sent);
        Outcome<OfferPlaced> outcome = offers.cancel(current.get(), form.text("requestId"), id);
        outcome.whyNot().ifPresent(refusal -> form.refused(refusal, Map.of()));
        return form.valid() ? Pages.seeOther("/app/my/certificates?done=cancelled") : shown(certificate, form, 422);
    }

    private static OfferRequest read(FormReading form, String id) {
        long price = form.need("price", Typed.minorUnits(form.number("price")), 1L, "remedy.price");
        long minLot = form.need("minLot", Typed.wattHours(form.number("minLot"), "kWh"), 1L, "remedy.lot");
        Instant until = form.need("validUntil", Typed.dateTime(form.text("validUntil")), Instant.EPOCH, "remedy.until");
        return new OfferRequest(form.text("requestId"), id, 0, price, CURRENCY, minLot, until);
    }

    private CertificateRow mine(String id) {
        return certificates
                .find(current.get(), id)
                .filter(row -> current.get().belongsTo(row.owner()))
                .orElseThrow(NotFoundException::new);
    }

    private static Response shown(CertificateRow certificate, FormReading form, int status) {
        return Pages.status(
                status,
                Pages.page("offer")
                        .with("certificate", certificate)
                        .with("currency", CURRENCY)
                        .with("form", form.state())
                        .with("requestId", form.text("requestId")));
    }
}
