package energy.registry.web.adapter.rest;

import energy.registry.web.application.office.ManageWebhooks;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.Letter;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Addresses that are called when something on the ledger concerns one's organisation. */
@Path("webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisation")
public class WebhooksResource {
    @Inject
    private ManageWebhooks hooks;

    @Inject
    private CurrentActor actor;

    /** Where events go, and which: names with spaces between, empty for all. */
    public record HookBody(String url, String types) {}

    /** An address; {@code status} is OPEN, or SUSPENDED when nobody listened; the secret is told only when it is added. */
    public record Hook(String webhookId, String url, String types, String status, Instant createdAt, String secret) {
        static Hook of(CaseFile file) {
            return withSecret(file, null);
        }

        static Hook withSecret(CaseFile file, String secret) {
            return new Hook(
                    file.id(),
                    file.value("url"),
                    file.value("types"),
                    file.status().name(),
                    file.createdAt(),
                    secret);
        }
    }

    /** One call that was made or waits. */
    public record Call(Instant createdAt, String state, int tries, Instant nextAt, String lastError) {
        static Call of(Letter letter) {
            return new Call(
                    letter.createdAt(), letter.state().name(), letter.tries(), letter.nextAt(), letter.lastError());
        }
    }

    @GET
    @Operation(summary = "One's organisation's webhooks", description = "Role organisation-admin. At most 10.")
    public List<Hook> list() {
        return hooks.list(actor.get()).stream().map(Hook::of).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Add a webhook",
            description =
                    "Role organisation-admin. Every call is signed with the answer's secret, which is shown this once.")
    public Response add(@HeaderParam("Idempotency-Key") String key, HookBody body) {
        if (body == null) {
            return Bodies.missing();
        }
        return Problems.answer(
                hooks.add(actor.get(), key, body.url(), body.types()), file -> Response.status(Response.Status.CREATED)
                        .entity(Hook.withSecret(file, file.value("secret")))
                        .build());
    }

    @GET
    @Path("{webhookId}/calls")
    @Operation(summary = "The latest calls of a webhook", description = "Role organisation-admin.")
    public List<Call> calls(@PathParam("webhookId") String webhookId) {
        if (hooks.list(actor.get()).stream().noneMatch(hook -> hook.id().equals(webhookId))) {
            throw new NotFoundException();
        }
        return hooks.calls(actor.get(), webhookId).stream().map(Call::of).toList();
    }

    @POST
    @Path("{webhookId}/resume")
    @Operation(summary = "Call a suspended webhook again", description = "Role organisation-admin.")
    public Response resume(@PathParam("webhookId") String webhookId) {
        return Problems.answer(hooks.resume(actor.get(), webhookId), file -> Response.ok(Hook.of(file))
                .build());
    }

    @DELETE
    @Path("{webhookId}")
    @Operation(summary = "Remove a webhook", description = "Role organisation-admin.")
    public Response remove(@PathParam("webhookId") String webhookId) {
        return Problems.answer(hooks.remove(actor.get(), webhookId), file -> Response.noContent()
                .build());
    }
}
