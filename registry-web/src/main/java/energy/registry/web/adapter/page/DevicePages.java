package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.chart.EnvelopeGauge;
import energy.registry.web.adapter.page.chart.ProductionChart;
import energy.registry.web.adapter.page.display.Remedies;
import energy.registry.web.adapter.page.display.Worded;
import energy.registry.web.adapter.page.view.DaySummary;
import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.DeviceQueries;
import energy.registry.web.application.StatementQueries;
import energy.registry.web.application.office.PerformAct;
import energy.registry.web.model.Actor;
import energy.registry.web.model.DeviceRow;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Slice;
import energy.registry.web.model.StatementRow;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.ActSubject;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** A generator's devices, their intervals with the verdict on each, and the evidence behind it. */
@Path("/app")
@Produces(MediaType.TEXT_HTML)
public class DevicePages {
    /** Statements asked for one day: intervals of five minutes, and a margin. */
    private static final int STATEMENTS_OF_A_DAY_MAX = 400;

    private static final Set<String> STOPPED = Set.of("HELD", "REFUSED", "REJECTED");
    /** Stopped intervals named at the head of a day; the rest are marked in the chart and the table. */
    private static final int ATTENTION_MAX = 6;

    @Inject
    CurrentActor current;

    @Inject
    Clock clock;

    @Inject
    DeviceQueries devices;

    @Inject
    StatementQueries statements;

    @GET
    @Path("my/devices")
    public Page mine(@QueryParam("after") String after) {
        return Pages.page("my-devices").with("devices", devices.mine(current.get(), Window.of(after)));
    }

    @GET
    @Path("my/devices/{id}")
    public Page device(@PathParam("id") String id, @QueryParam("day") String asked) {
        Actor actor = current.get();
        DeviceRow device =
                devices.find(id).filter(found -> actor.maySee(found.owner())).orElseThrow(NotFoundException::new);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate day = Typed.date(asked).orElse(today);
        Outcome<Slice<StatementRow>> read = statements.ofDevice(
                actor, id, Typed.startOf(day), Typed.startOf(day.plusDays(1)), Window.first(STATEMENTS_OF_A_DAY_MAX));
        List<StatementRow> rows = inTimeOrder(read);
        return Pages.page("device")
                .with("device", device)
                .with("own", true)
                .with("detailed", true)
                .with("day", day)
                .with("summary", DaySummary.of(rows))
                .with("attention", needingAttention(rows))
                .with("chart", ProductionChart.of(rows))
                .with("statements", new Slice<>(rows, ""))
                .with("acts", PerformAct.offered(actor, ActSubject.DEVICE))
                .with("unavailable", reason(read));
    }

    @GET
    @Path("my/readings")
    public Page readings(@QueryParam("device") String asked, @QueryParam("after") String after) {
        Actor actor = current.get();
        List<DeviceRow> mine =
                devices.mine(actor, Window.first(Window.ROWS_MAX)).items();
        String chosen = asked != null && !asked.isEmpty()
                ? asked
                : mine.stream().map(DeviceRow::deviceId).findFirst().orElse("");
        Outcome<Slice<StatementRow>> read = chosen.isEmpty()
                ? Outcome.done(Slice.empty())
                : statements.ofDevice(actor, chosen, null, null, Window.of(after));
        return Pages.page("readings")
                .with("devices", mine)
                .with("device", chosen)
                .with("statements", read.result().orElse(Slice.empty()))
                .with("unavailable", reason(read));
    }

    @GET
    @Path("intervals/{digest}/{interval}")
    public Response interval(@PathParam("digest") String digest, @PathParam("interval") int interval) {
        Outcome<StatementRow> read = statements.find(current.get(), digest, interval);
        return read.result().map(row -> Pages.ok(evidence(row))).orElseGet(() -> Refused.page(read));
    }

    private static Page evidence(StatementRow row) {
        String day = LocalDate.ofInstant(row.start(), ZoneOffset.UTC).toString();
        return shown(Pages.page("interval"), row)
                .with("back", "/app/my/devices/" + row.deviceId() + "?day=" + day)
                .with("backText", row.deviceId());
    }

    /** What the fragments of evidence need of an interval. */
    static Page shown(Page page, StatementRow row) {
        return page.with("row", row).with("gauge", EnvelopeGauge.of(row)).with("advice", advice(row));
    }

    static Worded<List<Remedies.Advice>> advice(StatementRow row) {
        return say -> row.reasons().stream()
                .map(reason -> Remedies.of(reason.code(), reason.text(), say))
                .toList();
    }

    private static List<StatementRow> inTimeOrder(Outcome<Slice<StatementRow>> read) {
        return read.result().orElse(Slice.empty()).items().stream()
                .sorted(Comparator.comparing(StatementRow::start))
                .toList();
    }

    private static List<StatementRow> needingAttention(List<StatementRow> rows) {
        return rows.stream()
                .filter(row -> STOPPED.contains(row.claimStatus()))
                .limit(ATTENTION_MAX)
                .toList();
    }

    static String reason(Outcome<?> read) {
        return read.whyNot().map(Refusal::detail).orElse("");
    }
}
