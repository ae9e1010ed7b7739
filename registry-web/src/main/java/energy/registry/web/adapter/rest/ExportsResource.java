package energy.registry.web.adapter.rest;

import energy.registry.web.application.AccountQueries;
import energy.registry.web.application.CertificateQueries;
import energy.registry.web.application.Permission;
import energy.registry.web.application.RetirementQueries;
import energy.registry.web.model.Actor;
import energy.registry.web.model.CertificateFilter;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.Movement;
import energy.registry.web.model.RetirementRow;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whole lists as CSV, read page by page while they are sent, so that a long one takes no more memory than a short one. */
@Path("exports")
@Produces("text/csv")
@Tag(name = "Export and import")
public class ExportsResource {
    /** Lines of one export: what a spreadsheet opens. The rest by another period. */
    private static final int LINES_MAX = 1_000_000;

    @Inject
    private CertificateQueries certificates;

    @Inject
    private RetirementQueries retirements;

    @Inject
    private AccountQueries accounts;

    @Inject
    private CurrentActor actor;

    @GET
    @Path("certificates.csv")
    @Operation(
            summary = "Certificates of one's organisation; of all, for overseers",
            description = "Filters as of /certificates. At most 1,000,000 lines, newest production first.")
    public Response certificates(
            @QueryParam("status") String status,
            @QueryParam("device") String device,
            @QueryParam("from") String from,
            @QueryParam("until") String until) {
        Actor who = actor.get();
        CertificateFilter filter =
                new CertificateFilter("", device, status, "", "", Ask.instant(from), Ask.instant(until));
        return csv(
                "certificates",
                List.of(
                        "certificate",
                        "device",
                        "technology",
                        "country",
                        "zone",
                        "owner",
                        "status",
                        "start",
                        "end",
                        "serial_from",
                        "serial_to",
                        "wh",
                        "marks",
                        "tx"),
                who,
                window -> certificates.list(who, filter, window),
                ExportsResource::line);
    }

    private static List<String> line(CertificateRow row) {
        return List.of(
                row.certificateId(),
                row.deviceId(),
                row.technology(),
                row.country(),
                row.zone(),
                row.owner(),
                row.status(),
                text(row.start()),
                text(row.end()),
                String.valueOf(row.serialFrom()),
                String.valueOf(row.serialTo()),
                String.valueOf(row.quantityWh()),
                String.join(" ", row.marks()),
                row.txId());
    }

    @GET
    @Path("retirements.csv")
    @Operation(
            summary = "Retirements of one's organisation; of all, for overseers",
            description = "At most 1,000,000 lines, newest first.")
    public Response retirements() {
        Actor who = actor.get();
        return csv(
                "retirements",
                List.of(
                        "statement",
                        "owner",
                        "wh",
                        "beneficiary",
                        "beneficiary_country",
                        "purpose",
                        "period_start",
                        "period_end",
                        "retired_at",
                        "tx"),
                who,
                window -> retirements.list(who, window),
                ExportsResource::line);
    }

    private static List<String> line(RetirementRow row) {
        return List.of(
                row.statementNo(),
                row.owner(),
                String.valueOf(row.quantityWh()),
                row.beneficiary().name(),
                row.beneficiary().country(),
                row.purpose(),
                text(row.periodStart()),
                text(row.periodEnd()),
                text(row.retiredAt()),
                row.txId());
    }

    @GET
    @Path("movements.csv")
    @Operation(
            summary = "Every change of one's organisation's money",
            description = "Minor units. At most 1,000,000 lines, newest first.")
    public Response movements() {
        Actor who = actor.get();
        return csv(
                "movements",
                List.of("seq", "at", "currency", "delta_minor", "amount_minor", "cause", "tx"),
                who,
                window -> accounts.movements(who, window),
                ExportsResource::line);
    }

    private static List<String> line(Movement row) {
        return List.of(
                String.valueOf(row.seq()),
                text(row.at()),
                row.currency(),
                String.valueOf(row.deltaMinor()),
                String.valueOf(row.amountMinor()),
                row.cause(),
                row.txId());
    }

    private static String text(Instant instant) {
        return instant == null ? "" : instant.toString();
    }

    private static <T> Response csv(
            String name,
            List<String> header,
            Actor who,
            Function<Window, Slice<T>> list,
            Function<T, List<String>> line) {
        Permission.requireSignedIn(who); // before the first byte, so that a refusal is an answer and not half a file
        StreamingOutput lines = out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            writer.write(CsvLine.of(header));
            Window window = Window.first(Window.ROWS_MAX);
            for (int sent = 0; sent < LINES_MAX; sent += Window.ROWS_MAX) {
                Slice<T> page = list.apply(window);
                for (T row : page.items()) {
                    writer.write(CsvLine.of(line.apply(row)));
                }
                if (!page.hasNext()) {
                    break;
                }
                window = new Window(page.next(), Window.ROWS_MAX);
            }
            writer.flush();
        };
        return Response.ok(lines)
                .type("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
                .build();
    }
}
