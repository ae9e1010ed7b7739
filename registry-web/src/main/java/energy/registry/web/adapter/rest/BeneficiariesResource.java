package energy.registry.web.adapter.rest;

import energy.registry.web.application.AddressBook;
import energy.registry.web.model.AddressBookEntry;
import energy.registry.web.model.Beneficiary;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The address book of those for whom an organisation retires. */
@Path("beneficiaries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retirements")
public class BeneficiariesResource {
    @Inject
    private AddressBook book;

    @Inject
    private CurrentActor actor;

    @GET
    @Operation(summary = "One's organisation's address book, by name", description = "At most 500 entries.")
    public List<AddressBookEntry> list() {
        return book.list(actor.get());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add a beneficiary", description = "One that is already there is answered, not added again.")
    public Response add(Beneficiary body) {
        return Problems.answer(
                book.add(actor.get(), body),
                entry -> Response.status(Response.Status.CREATED).entity(entry).build());
    }

    @DELETE
    @Path("{beneficiaryId}")
    @Operation(summary = "Remove a beneficiary")
    public Response remove(@PathParam("beneficiaryId") String beneficiaryId) {
        return Problems.answer(book.remove(actor.get(), beneficiaryId), id -> Response.noContent()
                .build());
    }
}
