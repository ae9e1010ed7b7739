package energy.registry.web.adapter.rest;

import energy.registry.web.application.RetireCertificates;
import energy.registry.web.application.RetirementQueries;
import energy.registry.web.application.ScopeTwoReports;
import energy.registry.web.model.Beneficiary;
import energy.registry.web.model.LotItem;
import energy.registry.web.model.RetirementRequest;
import energy.registry.web.model.RetirementRow;
import energy.registry.web.model.Slice;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Retirements and their statements. */
@Path("retirements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retirements")
public class RetirementsResource {
    @Inject
    private RetireCertificates retire;

    @Inject
    private RetirementQueries retirements;

    @Inject
    private ScopeTwoReports reports;

    @Inject
    private CurrentActor actor;

    /** What is retired, for whom and why. */
    public record RetirementBody(
            List<LotItem> items,
            Beneficiary beneficiary,
            String purpose,
            String mainReason,
            Instant periodStart,
            Instant periodEnd,
            String onBehalfOf,
            String note) {}

    @GET
    @Operation(summary = "Retirements of one's organisation, newest first")
    public Slice<RetirementRow> list(@BeanParam Ask ask) {
        return retirements.list(actor.get(), ask.window());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Retire certificates for a beneficiary", description = "There is no way back.")
    public Response retire(@HeaderParam("Idempotency-Key") String key, RetirementBody body) {
        if (body == null || Bodies.lacks(body.items())) {
            return Bodies.missing();
        }
        RetirementRequest request = new RetirementRequest(
                key,
                body.items(),
                body.beneficiary(),
                body.purpose(),
                body.mainReason(),
                body.periodStart(),
                body.periodEnd(),
                body.onBehalfOf(),
                body.note());
        return Problems.answer(
                retire.retire(actor.get(), request),
                done -> Response.status(Response.Status.CREATED).entity(done).build());
    }

    @GET
    @Path("report")
    @Operation(
            summary = "Retirements put together for a GHG Protocol Scope 2 report",
            description = "By numbers (no, repeated), or by period of use and beneficiary.")
    public Response report(@BeanParam ReportQuery query) {
        return Problems.answer(reports.report(actor.get(), query.ask()), report -> Response.ok(report)
                .build());
    }

    @GET
    @Path("report.csv")
    @Produces("text/csv")
    @Operation(summary = "The report's lines, one for each certificate")
    public Response reportCsv(@BeanParam ReportQuery query) {
        return Problems.answer(reports.report(actor.get(), query.ask()), report -> Response.ok(ReportCsv.of(report))
                .type("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"retirements.csv\"")
                .build());
    }

    @GET
    @Path("report.pdf")
    @Produces("application/pdf")
    @Operation(summary = "The report as a document")
    public Response reportPdf(@BeanParam ReportQuery query) {
        return Problems.answer(reports.pdf(actor.get(), query.ask()), pdf -> Response.ok(pdf)
                .type("application/pdf")
                .header("Content-Disposition", "attachment; filename=\"scope-2-report.pdf\"")
                .build());
    }

    @GET
    @Open
    @Path("{statementNo}")
    @Operation(summary = "One statement", description = "Whoever holds the number may read it.")
    public RetirementRow find(@PathParam("statementNo") String statementNo) {
        return retirements.find(statementNo).orElseThrow(NotFoundException::new);
    }

    @GET
    @Open
    @Path("{statementNo}/statement.pdf")
    @Produces("application/pdf")
    @Operation(summary = "The statement as a document")
    public Response pdf(@PathParam("statementNo") String statementNo, @QueryParam("lang") String language) {
        return Statements.pdf(retirements, statementNo, language);
    }

    @GET
    @Open
    @Path("{statementNo}/provenance")
    @Operation(
            summary = "The provenance bundle of one line",
            description = "certificate names the line; absent = the first.")
    public Response provenance(
            @PathParam("statementNo") String statementNo, @QueryParam("certificate") String certificateId) {
        return Statements.provenance(retirements, statementNo, certificateId);
    }
}
