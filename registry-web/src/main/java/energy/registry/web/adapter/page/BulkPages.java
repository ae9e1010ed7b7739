package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.chart.MatchChart;
import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.AddressBook;
import energy.registry.web.application.DeviceQueries;
import energy.registry.web.application.RetireInBulk;
import energy.registry.web.model.BulkRetirement;
import energy.registry.web.model.ConsumptionRead;
import energy.registry.web.model.DeviceFilter;
import energy.registry.web.model.DeviceRow;
import energy.registry.web.model.Outcome;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Retiring against a consumption file: read, matched by the hour, looked at, confirmed, carried out. */
@Path("/app/bulk")
@Produces(MediaType.TEXT_HTML)
public class BulkPages {
    @Inject
    CurrentActor current;

    @Inject
    RequestIds requestIds;

    @Inject
    RetireInBulk bulks;

    @Inject
    DeviceQueries devices;

    @Inject
    AddressBook book;

    @GET
    public Response form() {
        return upload("", "", List.of(), 200);
    }

    private Response upload(String csv, String zone, List<ConsumptionRead.LineError> errors, int status) {
        List<String> zones = devices.directory(DeviceFilter.ALL, Window.first(Window.ROWS_MAX)).items().stream()
                .map(DeviceRow::zone)
                .distinct()
                .sorted()
                .toList();
        return Pages.status(
                status,
                Pages.page("bulk")
                        .with("csv", csv)
                        .with("zone", zone)
                        .with("zones", zones)
                        .with("errors", errors)
                        .with("requestId", requestIds.fresh())
                        .with("bulks", bulks.latest(current.get())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response match(MultivaluedMap<String, String> sent) {
        String csv = sent.getFirst("csv") == null ? "" : sent.getFirst("csv");
        String zone = sent.getFirst("zone") == null ? "" : sent.getFirst("zone");
        if (csv.length() <= RetireInBulk.TEXT_LENGTH_MAX) {
            ConsumptionRead read = bulks.read(current.get(), csv, zone);
            if (!read.good()) {
                return upload(csv, zone, read.errors(), 422);
            }
        }
        Outcome<BulkRetirement> outcome = bulks.draft(current.get(), csv, zone);
        return outcome.result()
                .map(bulk -> Pages.seeOther("/app/bulk/" + bulk.bulkId()))
                .orElseGet(() -> Refused.page(outcome));
    }

    @GET
    @Path("{id}")
    public Response look(@PathParam("id") String id) {
        BulkRetirement bulk = bulks.find(current.get(), id).orElseThrow(NotFoundException::new);
        MultivaluedMap<String, String> suggested = new MultivaluedHashMap<>();
        suggested.putSingle("mainReason", "VOLUNTARY");
        LocalDate first = day(bulk, 0);
        LocalDate last = day(bulk, bulk.hours().size() - 1);
        suggested.putSingle("periodStart", first.toString());
        suggested.putSingle("periodEnd", last.toString());
        return shown(bulk, new FormReading(suggested), 200);
    }

    private static LocalDate day(BulkRetirement bulk, int hour) {
        return bulk.hours().get(hour).start().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private Response shown(BulkRetirement bulk, FormReading form, int status) {
        Page page = Pages.page("bulk-match")
                .with("bulk", bulk)
                .with("chart", MatchChart.of(bulk.hours()))
                .with("book", book.list(current.get()))
                .with("form", form.state())
                .with("requestId", bulk.bulkId());
        return Pages.status(status, page);
    }

    @POST
    @Path("{id}/confirm")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        BulkRetirement bulk = bulks.find(current.get(), id).orElseThrow(NotFoundException::new);
        FormReading form = new FormReading(sent);
        RetirementRequest claim = RetirePages.request(
                form,
                List.of(),
                book.find(current.get(), form.text("beneficiary")).orElse(null));
        if (form.valid()) {
            Outcome<BulkRetirement> outcome = bulks.confirm(current.get(), id, claim);
            if (outcome.isDone()) {
                return Pages.seeOther("/app/bulk/" + id);
            }
            outcome.whyNot().ifPresent(refusal -> form.refused(refusal, RetirePages.FIELDS));
        }
        return shown(bulk, form, 422);
    }

    /** The next few retirements; the page asks again until all are done, and anybody may carry on later. */
    @POST
    @Path("{id}/carry-on")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response carryOn(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        Outcome<BulkRetirement> outcome = bulks.carryOn(current.get(), id);
        return outcome.isDone() ? Pages.seeOther("/app/bulk/" + id) : Refused.page(outcome);
    }
}
