package energy.registry.web.adapter.rest;

import energy.registry.web.application.AddressBook;
import energy.registry.web.application.OfferCertificates;
import energy.registry.web.model.Beneficiary;
import energy.registry.web.model.OfferRequest;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many things in one call: each line is done or refused by itself, and the answer says which. */
@Path("imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Export and import")
public class ImportsResource {
    /** Offers in one call: a transaction each, so that the answer comes within the time that a caller waits. */
    private static final int OFFERS_MAX = 50;
    /** Beneficiaries in one call: what an address book holds. */
    private static final int BENEFICIARIES_MAX = 500;
    /** Room for the number of a line after the caller's key. */
    private static final int KEY_LENGTH_MAX = 60;

    @Inject
    private OfferCertificates offers;

    @Inject
    private AddressBook book;

    @Inject
    private CurrentActor actor;

    /** Offers, as of POST /offers. */
    public record OffersBody(List<OffersResource.OfferBody> items) {}

    /** Beneficiaries, as of POST /beneficiaries. */
    public record BeneficiariesBody(List<Beneficiary> items) {}

    /** What became of one line, counted from 1: its result, or the rule that refused it and what to do. */
    public record Line(int line, boolean done, Object result, String rule, String field, String detail) {
        static Line of(int line, Outcome<?> outcome) {
            return outcome.whyNot()
                    .map(refusal -> new Line(line, false, null, refusal.rule(), refusal.field(), refusal.detail()))
                    .orElseGet(() -> new Line(line, true, outcome.result().orElse(null), null, null, null));
        }
    }

    @POST
    @Path("offers")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Offer many certificates",
            description = "At most 50 lines; each is done or refused by itself.")
    public Response offers(@HeaderParam("Idempotency-Key") String key, OffersBody body) {
        if (body == null || Bodies.lacks(body.items()) || key == null || key.length() > KEY_LENGTH_MAX) {
            return Bodies.missing();
        }
        return lines(body.items().size(), OFFERS_MAX, at -> {
            OffersResource.OfferBody each = body.items().get(at);
            return offers.offer(
                    actor.get(),
                    new OfferRequest(
                            key + ":" + at,
                            each.certificateId(),
                            each.quantityWh(),
                            each.priceMinorPerMwh(),
                            each.currency(),
                            each.minLotWh(),
                            each.validUntil()));
        });
    }

    @POST
    @Path("beneficiaries")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Add many beneficiaries",
            description =
                    "At most 500 lines; each is done or refused by itself. One that is there already is answered.")
    public Response beneficiaries(BeneficiariesBody body) {
        if (body == null || Bodies.lacks(body.items())) {
            return Bodies.missing();
        }
        return lines(
                body.items().size(),
                BENEFICIARIES_MAX,
                at -> book.add(actor.get(), body.items().get(at)));
    }

    /** Whoever may do none of it is refused as a whole. */
    private static Response lines(int count, int most, IntFunction<Outcome<?>> todo) {
        if (count == 0 || count > most) {
            return Problems.of(
                    Refusal.invalid("items", String.valueOf(count), "Send 1 to " + most + " lines at a time."));
        }
        List<Line> lines = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            Outcome<?> outcome = todo.apply(at);
            if (outcome.whyNot()
                    .filter(why -> why.kind() == Refusal.Kind.FORBIDDEN)
                    .isPresent()) {
                return Problems.of(outcome.whyNot().get());
            }
            lines.add(Line.of(at + 1, outcome));
        }
        return Response.ok(lines).build();
    }
}
