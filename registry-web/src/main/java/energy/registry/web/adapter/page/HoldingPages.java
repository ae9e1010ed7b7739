package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.display.Display;
import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.CertificateQueries;
import energy.registry.web.application.RetireCertificates;
import energy.registry.web.model.Beneficiary;
import energy.registry.web.model.CertificateFilter;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.LotItem;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.RetirementDone;
import energy.registry.web.model.RetirementRequest;
import energy.registry.web.model.Window;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an organisation holds, and how it retires it for a beneficiary. */
@Path("/app/holdings")
@Produces(MediaType.TEXT_HTML)
public class HoldingPages {
    private static final Map<String, String> FIELDS = Map.of(
            "quantityWh", "quantity",
            "beneficiary.name", "beneficiaryName",
            "beneficiary.id", "beneficiaryId",
            "beneficiary.country", "beneficiaryCountry",
            "beneficiary.location", "beneficiaryLocation",
            "purpose", "purpose",
            "mainReason", "mainReason",
            "periodEnd", "periodEnd",
            "onBehalfOf", "onBehalfOf",
            "note", "note");

    @Inject
    CurrentActor current;

    @Inject
    RequestIds requestIds;

    @Inject
    CertificateQueries certificates;

    @Inject
    RetireCertificates retirements;

    @GET
    public Page holdings(@QueryParam("after") String after, @QueryParam("done") String done) {
        CertificateFilter mine = CertificateFilter.liveOf(current.get().organisation());
        Page page =
                Pages.page("holdings").with("certificates", certificates.list(current.get(), mine, Window.of(after)));
        return Pages.announced(page, done);
    }

    @GET
    @Path("{id}/retire")
    public Response form(@PathParam("id") String id) {
        CertificateRow certificate = mine(id);
        MultivaluedMap<String, String> suggested = new MultivaluedHashMap<>();
        suggested.putSingle("quantity", new Display().kilowattHours(certificate.quantityWh()));
        suggested.putSingle("unit", "kWh");
        suggested.putSingle("mainReason", "VOLUNTARY");
        suggested.putSingle("requestId", requestIds.fresh());
        return shown(certificate, new FormReading(suggested), 200);
    }

    @POST
    @Path("{id}/retire")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response retire(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        FormReading form = new FormReading(sent);
        RetirementRequest request = read(form, id);
        if (form.valid()) {
            Outcome<RetirementDone> outcome = retirements.retire(current.get(), request);
            if (outcome.result().isPresent()) {
                return Pages.seeOther(
                        "/app/statements/" + outcome.result().get().statementNo() + "?done=retired");
            }
            outcome.whyNot().ifPresent(refusal -> form.refused(refusal, FIELDS));
        }
        return shown(mine(id), form, 422);
    }

    private static RetirementRequest read(FormReading form, String id) {
        long quantity = form.need(
                "quantity",
                Typed.wattHours(form.text("quantity"), form.text("unit")),
                0L,
                "Write an amount such as 100 or 0.5; a watt-hour is the smallest part.");
        Beneficiary beneficiary = new Beneficiary(
                form.needText("beneficiaryName", "Write the legal name of whoever used the energy."),
                form.text("beneficiaryId"),
                form.text("beneficiaryCountry").toUpperCase(Locale.ROOT),
                form.text("beneficiaryLocation"));
        String purpose =
                form.needText("purpose", "Say what the energy is claimed for, for example: Scope 2 electricity 2026.");
        LocalDate start = form.need(
                "periodStart", Typed.date(form.text("periodStart")), LocalDate.EPOCH, "Choose the first day of use.");
        LocalDate end = form.need(
                "periodEnd", Typed.date(form.text("periodEnd")), LocalDate.EPOCH, "Choose the last day of use.");
        return new RetirementRequest(
                form.text("requestId"),
                List.of(new LotItem(id, quantity)),
                beneficiary,
                purpose,
                form.text("mainReason"),
                Typed.startOf(start),
                Typed.startOf(end.plusDays(1)),
                form.text("onBehalfOf"),
                form.text("note"));
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
                Pages.page("retire")
                        .with("certificate", certificate)
                        .with("form", form.state())
                        .with("requestId", form.text("requestId")));
    }
}
