package energy.registry.web.adapter.rest;

import energy.registry.web.application.office.KeepDocuments;
import energy.registry.web.model.office.Document;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A device application's papers. */
@Path("registrations/{id}/files")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Device registrations")
public class RegistrationFilesResource {
    @Inject
    private KeepDocuments documents;

    @Inject
    private CurrentActor actor;

    @GET
    @Operation(
            summary = "Papers of an application",
            description = "The applicant; those who decide, once it is submitted.")
    public Response list(@PathParam("id") String id) {
        return Problems.answer(
                documents.list(actor.get(), id), papers -> Response.ok(papers).build());
    }

    @POST
    @Consumes({MediaType.APPLICATION_OCTET_STREAM, "application/pdf", "image/png", "image/jpeg"})
    @Operation(
            summary = "Add a paper",
            description = "PDF, PNG or JPEG by its first bytes, at most 8 MiB. purpose: OWNER_DECLARATION,"
                    + " SINGLE_LINE_DIAGRAM, METERING_EVIDENCE, COMMISSIONING, PHOTO or OTHER.")
    public Response add(
            @PathParam("id") String id,
            @QueryParam("purpose") @DefaultValue("OTHER") String purpose,
            @QueryParam("name") @DefaultValue("document") String name,
            InputStream body)
            throws IOException {
        byte[] content = body.readNBytes(Document.BYTES_MAX + 1);
        return Problems.answer(
                documents.add(actor.get(), id, purpose, name, content),
                kept -> Response.status(Response.Status.CREATED).entity(kept).build());
    }

    @GET
    @Path("{document}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            summary = "One paper of a registration",
            description = "The applicant; those who decide, once it is submitted.")
    public Response read(@PathParam("id") String id, @PathParam("document") String document) {
        return Problems.answer(documents.read(actor.get(), id, document), content -> Response.ok(content.bytes())
                .type(content.document().mediaType())
                .header("Content-Disposition", "attachment")
                .build());
    }

    @DELETE
    @Path("{document}")
    @Operation(summary = "Remove a paper", description = "The applicant, while the application is open.")
    public Response remove(@PathParam("id") String id, @PathParam("document") String document) {
        return Problems.answer(documents.remove(actor.get(), id, document), gone -> Response.noContent()
                .build());
    }
}
