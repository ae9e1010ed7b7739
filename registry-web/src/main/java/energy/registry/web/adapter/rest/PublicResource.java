package energy.registry.web.adapter.rest;

import energy.registry.web.application.FigureQueries;
import energy.registry.web.application.RetirementQueries;
import energy.registry.web.model.RetirementRow;
import energy.registry.web.model.Totals;
import energy.registry.web.port.PublishedKeys;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What needs no login. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Public")
public class PublicResource {
    @Inject
    private RetirementQueries retirements;

    @Inject
    private FigureQueries figures;

    @Inject
    private PublishedKeys keys;

    @GET
    @Open
    @Path("keys")
    @Operation(summary = "The public keys that signatures are checked with")
    public Response keys() {
        return Problems.answer(keys.json(), json -> Response.ok(json).build());
    }

    @GET
    @Open
    @Path("public/totals")
    @Operation(summary = "What the registry holds in all")
    public Totals totals() {
        return figures.registry();
    }

    @GET
    @Open
    @Path("public/statements/{statementNo}")
    @Operation(summary = "One statement")
    public RetirementRow statement(@PathParam("statementNo") String statementNo) {
        return retirements.find(statementNo).orElseThrow(NotFoundException::new);
    }

    @GET
    @Open
    @Path("public/statements/{statementNo}/statement.pdf")
    @Produces("application/pdf")
    @Operation(summary = "The statement as a document")
    public Response pdf(@PathParam("statementNo") String statementNo, @QueryParam("lang") String language) {
        return Statements.pdf(retirements, statementNo, language);
    }

    @GET
    @Open
    @Path("public/statements/{statementNo}/provenance")
    @Operation(summary = "The provenance bundle of one line of a statement")
    public Response provenance(
            @PathParam("statementNo") String statementNo, @QueryParam("certificate") String certificateId) {
        return Statements.provenance(retirements, statementNo, certificateId);
    }
}
