package energy.registry.web.adapter.page;

import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.AddressBook;
import energy.registry.web.application.CertificateQueries;
import energy.registry.web.application.RetireCertificates;
import energy.registry.web.model.AddressBookEntry;
import energy.registry.web.model.Beneficiary;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.LotItem;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.RetirementDone;
import energy.registry.web.model.RetirementRequest;
import energy.registry.web.port.CurrentActor;
import energy.registry.web.port.RequestIds;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Retiring one or several holdings for a beneficiary who is picked from the address book or added in place. */
@Path("/app/retire")
@Produces(MediaType.TEXT_HTML)
public class RetirePages {
    static final Map<String, String> FIELDS = Map.of(
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

    @Inject
    AddressBook book;

    @GET
    public Response form(
            @QueryParam("id") List<String> ids, @QueryParam("tx") String txId, @QueryParam("done") String done) {
        List<CertificateRow> chosen =
                txId == null || txId.isEmpty() ? mine(ids) : certificates.receivedIn(current.get(), txId);
        if (chosen.isEmpty()) {
            return "bought".equals(done) && txId != null && !txId.isEmpty()
                    ? Pages.ok(notYetShown(txId))
                    : Pages.seeOther("/app/holdings");
        }
        MultivaluedMap<String, String> suggested = new MultivaluedHashMap<>();
        suggested.putSingle(
                "quantity", Pages.display().kilowattHours(chosen.get(0).quantityWh()));
        suggested.putSingle("unit", "kWh");
        suggested.putSingle("mainReason", "VOLUNTARY");
        LocalDate produced = chosen.get(0).start().atZone(ZoneOffset.UTC).toLocalDate();
        suggested.putSingle("periodStart", produced.withDayOfYear(1).toString());
        suggested.putSingle(
                "periodEnd", produced.withDayOfYear(produced.lengthOfYear()).toString());
        suggested.putSingle("requestId", requestIds.fresh());
        return shown(chosen, new FormReading(suggested), done, 200);
    }

    /** The ledger has the purchase and the read model does not: saying so, instead of showing holdings without it. */
    private static Page notYetShown(String txId) {
        return Pages.page("bought")
                .with(
                        "again",
                        new Address("/app/retire")
                                .with("tx", txId)
                                .with("done", "bought")
                                .toString());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response retire(MultivaluedMap<String, String> sent) {
        FormReading form = new FormReading(sent);
        List<CertificateRow> chosen = mine(BasketPages.values(sent, "id"));
        RetirementRequest request = read(form, chosen);
        if (form.valid()) {
            Outcome<RetirementDone> outcome = retirements.retire(current.get(), request);
            if (outcome.result().isPresent()) {
                if (!form.text("remember").isEmpty()) {
                    book.add(current.get(), request.beneficiary());
                }
                return Pages.seeOther(
                        "/app/statements/" + outcome.result().get().statementNo() + "?done=retired");
            }
            Optional<Response> waiting = Pages.waiting(outcome);
            if (waiting.isPresent()) {
                return waiting.get();
            }
            outcome.whyNot().ifPresent(refusal -> form.refused(refusal, FIELDS));
        }
        return shown(chosen, form, null, 422);
    }

    private RetirementRequest read(FormReading form, List<CertificateRow> chosen) {
        List<LotItem> items = chosen.stream()
                .map(row -> new LotItem(row.certificateId(), row.quantityWh()))
                .toList();
        if (chosen.size() == 1) {
            long quantity = form.need(
                    "quantity",
                    Typed.wattHours(form.number("quantity"), form.text("unit")),
                    0L,
                    MarketPages.QUANTITY_REMEDY);
            items = List.of(new LotItem(chosen.get(0).certificateId(), quantity));
        }
        return request(
                form, items, book.find(current.get(), form.text("beneficiary")).orElse(null));
    }

    /** The claim that a form tells; somebody picked from the address book wins over empty fields. */
    static RetirementRequest request(FormReading form, List<LotItem> items, AddressBookEntry picked) {
        Beneficiary beneficiary = picked != null && form.text("beneficiaryName").isEmpty()
                ? picked.beneficiary()
                : new Beneficiary(
                        form.needText("beneficiaryName", "remedy.beneficiary"),
                        form.text("beneficiaryId"),
                        form.text("beneficiaryCountry").toUpperCase(Locale.ROOT),
                        form.text("beneficiaryLocation"));
        String purpose = form.needText("purpose", "remedy.purpose");
        LocalDate start =
                form.need("periodStart", Typed.date(form.text("periodStart")), LocalDate.EPOCH, "remedy.first-day");
        LocalDate end = form.need("periodEnd", Typed.date(form.text("periodEnd")), LocalDate.EPOCH, "remedy.last-day");
        return new RetirementRequest(
                form.text("requestId"),
                items,
                beneficiary,
                purpose,
                form.text("mainReason"),
                Typed.startOf(start),
                Typed.startOf(end.plusDays(1)),
                form.text("onBehalfOf"),
                form.text("note"));
    }

    private List<CertificateRow> mine(List<String> ids) {
        return ids.stream()
                .distinct()
                .map(id -> certificates.find(current.get(), id))
                .flatMap(Optional::stream)
                .filter(row -> current.get().belongsTo(row.owner()))
                .toList();
    }

    private Response shown(List<CertificateRow> chosen, FormReading form, String done, int status) {
        return Pages.status(
                status,
                Pages.announced(
                        Pages.page("retire")
                                .with("chosen", chosen)
                                .with("single", chosen.size() == 1 ? chosen.get(0) : null)
                                .with(
                                        "totalWh",
                                        chosen.stream()
                                                .mapToLong(CertificateRow::quantityWh)
                                                .sum())
                                .with("book", book.list(current.get()))
                                .with("form", form.state())
                                .with("requestId", form.text("requestId")),
                        done));
    }
}
