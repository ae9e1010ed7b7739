package energy.registry.web.adapter.rest;

import energy.registry.web.application.office.ExportAudit;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit with every certificate, signed. */
@Path("audit-export")
@Tag(name = "Audit")
public class AuditExportResource {
    @Inject
    private ExportAudit export;

    @Inject
    private CurrentActor actor;

    @GET
    @Path("archive.zip")
    @Produces("application/zip")
    @Operation(summary = "Audit and certificates as CSV and JSON, signed", description = "Regulator and issuing body.")
    public Response archive() {
        return Response.ok(export.archive(actor.get()), "application/zip")
                .header("Content-Disposition", "attachment; filename=\"registry-audit.zip\"")
                .build();
    }

    @GET
    @Open
    @Path("key.pem")
    @Produces("application/x-pem-file")
    @Operation(summary = "The key of the archive's signature", description = "Public.")
    public String key() {
        return export.key();
    }
}
