package energy.registry.web.adapter.page.office;

import energy.registry.web.adapter.page.Flash;
import energy.registry.web.adapter.page.Pages;
import energy.registry.web.adapter.page.view.FormState;
import energy.registry.web.application.office.ReckonFees;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.office.Charged;
import energy.registry.web.model.office.FeeRates;
import energy.registry.web.model.office.Field;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What is charged, and what that comes to in a month. */
@Path("/app/fees")
@Produces(MediaType.TEXT_HTML)
public class FeePages {
    private static final List<Field> FIELDS = List.of(
            Field.line("issued", "For a MWh certified", "Such as 0.02."),
            Field.line("retired", "For a MWh retired", "Such as 0.03."),
            Field.line("device", "For a device and month", "Such as 12.00."),
            Field.reason("10 to 1,000 characters. Kept with your name."));

    @Inject
    CurrentActor current;

    @Inject
    RequestIds requestIds;

    @Inject
    Clock clock;

    @Inject
    ReckonFees fees;

    @Inject
    Flash flash;

    @GET
    public Response look(@QueryParam("month") String asked) {
        return shown(month(asked), new FormState(Map.of(), Map.of()), 200);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(MultivaluedMap<String, String> sent) {
        Map<String, String> values = Forms.values(sent, FIELDS);
        FeeRates wanted = new FeeRates(
                minor(values.get("issued")), minor(values.get("retired")), minor(values.get("device")), "EUR");
        Outcome<FeeRates> outcome = fees.change(current.get(), wanted, values.get("reason"));
        if (outcome.isDone()) {
            flash.say(
                    "good", "Changed", "These rates are reckoned with from now on, for every month that is looked at.");
            return Pages.seeOther("/app/fees");
        }
        return shown(month(null), Forms.refused(values, outcome, FIELDS), 422);
    }

    /** What cannot be read becomes a rate that is refused. */
    private static long minor(String typed) {
        try {
            String text = typed == null ? "" : typed.strip();
            return text.isEmpty() ? 0 : new BigDecimal(text).movePointRight(2).longValueExact();
        } catch (ArithmeticException | NumberFormatException unreadable) {
            return -1;
        }
    }

    private YearMonth month(String asked) {
        YearMonth now = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
        try {
            return asked == null || asked.isEmpty() ? now : YearMonth.parse(asked);
        } catch (DateTimeException unreadable) {
            return now;
        }
    }

    private Response shown(YearMonth month, FormState form, int status) {
        Actor actor = current.get();
        FeeRates rates = fees.rates(actor);
        List<Charged> rows = fees.charged(actor, month);
        return Pages.status(
                status,
                Pages.page("office/fees")
                        .with("rates", rates)
                        .with("rows", rows)
                        .with("total", rows.stream().mapToLong(rates::total).sum())
                        .with("month", month)
                        .with("fields", FIELDS)
                        .with("form", form)
                        .with("requestId", requestIds.fresh()));
    }
}
