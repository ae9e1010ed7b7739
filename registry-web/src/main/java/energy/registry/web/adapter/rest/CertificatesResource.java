package energy.registry.web.adapter.rest;

import energy.registry.web.application.CertificateQueries;
import energy.registry.web.model.CertificateFilter;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.HistoryEntry;
import energy.registry.web.model.HoldingGroup;
import energy.registry.web.model.Slice;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Certificates: one's own; overseers see all. */
@Path("certificates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Certificates")
public class CertificatesResource {
    @Inject
    private CertificateQueries certificates;

    @Inject
    private CurrentActor actor;

    @GET
    @Operation(summary = "Certificates, newest production first", description = "status LIVE means every unspent one.")
    public Slice<CertificateRow> list(
            @QueryParam("owner") String owner,
            @QueryParam("device") String device,
            @QueryParam("status") String status,
            @QueryParam("technology") String technology,
            @QueryParam("country") String country,
            @QueryParam("from") String from,
            @QueryParam("until") String until,
            @BeanParam Ask ask) {
        return certificates.list(
                actor.get(),
                new CertificateFilter(
                        owner, device, status, technology, country, Ask.instant(from), Ask.instant(until)),
                ask.window());
    }

    @GET
    @Path("sums")
    @Operation(summary = "What one's organisation holds, summed up", description = "by: MONTH, DEVICE or HOUR.")
    public List<HoldingGroup> sums(@QueryParam("by") @DefaultValue("MONTH") String by) {
        return certificates.holdingsBy(actor.get(), by);
    }

    @GET
    @Path("{certificateId}")
    @Operation(summary = "One certificate")
    public CertificateRow find(@PathParam("certificateId") String certificateId) {
        return certificates.find(actor.get(), certificateId).orElseThrow(NotFoundException::new);
    }

    @GET
    @Path("{certificateId}/history")
    @Operation(summary = "Every event of a certificate, its ancestors and descendants, oldest first")
    public List<HistoryEntry> history(@PathParam("certificateId") String certificateId) {
        List<HistoryEntry> entries = certificates.history(actor.get(), certificateId);
        if (entries.isEmpty()) {
            throw new NotFoundException();
        }
        return entries;
    }

    @GET
    @Path("{certificateId}/provenance")
    @Operation(summary = "The provenance bundle, to be checked offline")
    public Response provenance(@PathParam("certificateId") String certificateId) {
        return Problems.answer(certificates.provenance(actor.get(), certificateId), json -> Response.ok(json)
                .header("Content-Disposition", "attachment; filename=\"provenance.json\"")
                .build());
    }
}
