package energy.registry.web.adapter.page;

import energy.registry.web.application.ScopeTwoReports;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.ReportAsk;
import energy.registry.web.model.ScopeTwoReport;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;

/** One report over many retirements, with the quality criteria and both ways of reckoning emissions. */
@Path("/app/statements/report")
@Produces(MediaType.TEXT_HTML)
public class ReportPages {
    private static final String FACTOR_REMEDY = "remedy.factor";

    @Inject
    CurrentActor current;

    @Inject
    ScopeTwoReports reports;

    @Context
    UriInfo uri;

    @GET
    public Response report(@QueryParam("no") List<String> numbers) {
        FormReading form = new FormReading(new MultivaluedHashMap<>(uri.getQueryParameters()));
        ReportAsk ask = new ReportAsk(
                numbers.stream().map(StatementNumber::normal).toList(),
                Typed.date(form.text("from")).map(Typed::startOf).orElse(null),
                Typed.date(form.text("until"))
                        .map(day -> Typed.startOf(day.plusDays(1)))
                        .orElse(null),
                form.text("beneficiary"),
                optional(
                        form,
                        "consumption",
                        Typed.wattHours(form.number("consumption"), "MWh"),
                        MarketPages.QUANTITY_REMEDY),
                optional(form, "grid", Typed.wattHours(form.number("grid"), "Wh"), FACTOR_REMEDY),
                optional(form, "residual", Typed.wattHours(form.number("residual"), "Wh"), FACTOR_REMEDY));
        Outcome<ScopeTwoReport> outcome = reports.report(current.get(), ask);
        return outcome.result()
                .map(report -> Pages.status(
                        form.valid() ? 200 : 422,
                        Pages.page("report")
                                .with("report", report)
                                .with("form", form.state())
                                .with("query", query(ask))))
                .orElseGet(() -> Refused.page(outcome));
    }

    private static long optional(FormReading form, String field, Optional<Long> read, String remedy) {
        return form.text(field).isEmpty() ? 0L : form.need(field, read, 0L, remedy);
    }

    /** The same question for the API's documents. */
    private static String query(ReportAsk ask) {
        Address address = new Address("")
                .with("from", ask.from() == null ? "" : ask.from().toString())
                .with("until", ask.until() == null ? "" : ask.until().toString())
                .with("beneficiary", ask.beneficiary())
                .with("consumptionWh", number(ask.consumptionWh()))
                .with("gridGramsPerKwh", number(ask.gridGramsPerKwh()))
                .with("residualGramsPerKwh", number(ask.residualGramsPerKwh()));
        for (String statement : ask.statements()) {
            address = address.with("no", statement);
        }
        return address.toString();
    }

    private static String number(long value) {
        return value == 0 ? "" : String.valueOf(value);
    }
}
