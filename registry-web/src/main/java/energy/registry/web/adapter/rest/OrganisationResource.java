package energy.registry.web.adapter.rest;

import energy.registry.web.application.office.ManagePeople;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Role;
import energy.registry.web.model.office.ApiKey;
import energy.registry.web.model.office.CaseFile;
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
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One's own organisation: its people, open invitations, and keys for machines. */
@Path("organisation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisation")
public class OrganisationResource {
    @Inject
    private ManagePeople people;

    @Inject
    private CurrentActor actor;

    /** Whether a person may sign in, and why. */
    public record StandingBody(boolean enabled, String reason) {}

    /** Who is invited; roles by their realm names, out of one's own. */
    public record InvitationBody(String name, String email, List<String> roles) {}

    /** What will use the key; roles by their realm names, out of one's own. */
    public record KeyBody(String name, List<String> roles) {}

    /** An open invitation; the secret of its link is told only once, when it is made. */
    public record Invitation(
            String invitationId, String name, String email, List<String> roles, String createdBy, Instant createdAt) {
        static Invitation of(CaseFile file) {
            List<String> roles = List.of(file.value("roles")
                    .toLowerCase(java.util.Locale.ROOT)
                    .replace('_', '-')
                    .split(","));
            return new Invitation(
                    file.id(), file.value("name"), file.value("email"), roles, file.createdBy(), file.createdAt());
        }
    }

    @GET
    @Path("members")
    @Operation(summary = "The people of one's organisation")
    public Response members() {
        return answer(people.members(actor.get()), Function.identity());
    }

    @POST
    @Path("members/{username}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Suspend a person, or let them in again", description = "Role organisation-admin.")
    public Response enable(@PathParam("username") String username, StandingBody body) {
        return body == null
                ? Bodies.missing()
                : answer(people.enable(actor.get(), username, body.enabled(), body.reason()), Function.identity());
    }

    @GET
    @Path("invitations")
    @Operation(summary = "Invitations that nobody has taken up yet")
    public List<Invitation> invitations() {
        return people.invitations(actor.get()).stream().map(Invitation::of).toList();
    }

    @POST
    @Path("invitations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Invite a colleague",
            description =
                    "Role organisation-admin. The answer's secret is the end of the link /join/… and is shown this once.")
    public Response invite(InvitationBody body) {
        return body == null
                ? Bodies.missing()
                : made(
                        roles(body.roles()).then(roles -> people.invite(actor.get(), body.name(), body.email(), roles)),
                        secret -> Map.of("secret", secret, "link", "/join/" + secret));
    }

    @DELETE
    @Path("invitations/{invitationId}")
    @Operation(summary = "Take an invitation back", description = "Role organisation-admin.")
    public Response takeBack(@PathParam("invitationId") String invitationId) {
        return Problems.answer(people.takeBack(actor.get(), invitationId), file -> Response.noContent()
                .build());
    }

    @GET
    @Path("keys")
    @Operation(summary = "Keys of one's organisation's machines", description = "Role organisation-admin.")
    public Response keys() {
        return answer(people.keys(actor.get()), Function.identity());
    }

    @POST
    @Path("keys")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make a key for a machine",
            description =
                    "Role organisation-admin. A client of the realm with client credentials; its secret is shown this once.")
    public Response createKey(KeyBody body) {
        if (body == null) {
            return Bodies.missing();
        }
        Outcome<ApiKey> made = roles(body.roles()).then(roles -> people.createKey(actor.get(), body.name(), roles));
        return made(made, Function.identity());
    }

    @DELETE
    @Path("keys/{clientId}")
    @Operation(summary = "Remove a machine's key", description = "Role organisation-admin.")
    public Response removeKey(@PathParam("clientId") String clientId) {
        return Problems.answer(people.removeKey(actor.get(), clientId), id -> Response.noContent()
                .build());
    }

    /** An unknown name is refused rather than left out: a machine must not get less than it was promised. */
    private static Outcome<Set<Role>> roles(List<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : names == null ? List.<String>of() : names) {
            Optional<Role> role = Role.ofRealmName(name);
            if (role.isEmpty()) {
                return Outcome.refused(
                        Refusal.invalid("roles", String.valueOf(name), "Name realm roles such as buyer or generator."));
            }
            roles.add(role.get());
        }
        return Outcome.done(roles);
    }

    private static <T> Response answer(Outcome<T> outcome, Function<T, ?> shown) {
        return Problems.answer(
                outcome, result -> Response.ok(shown.apply(result)).build());
    }

    private static <T> Response made(Outcome<T> outcome, Function<T, ?> shown) {
        return Problems.answer(outcome, result -> Response.status(Response.Status.CREATED)
                .entity(shown.apply(result))
                .build());
    }
}
