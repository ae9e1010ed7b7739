package energy.registry.web.adapter.page.office;

import energy.registry.web.adapter.page.Flash;
import energy.registry.web.adapter.page.Pages;
import energy.registry.web.adapter.page.Refused;
import energy.registry.web.adapter.page.view.FormState;
import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.office.ManagePeople;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Role;
import energy.registry.web.model.office.ApiKey;
import energy.registry.web.model.office.Field;
import energy.registry.web.model.office.Member;
import energy.registry.web.port.CurrentActor;
import energy.registry.web.port.RequestIds;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One's own organisation: its people, invitations and API keys. */
@Path("/app/organisation")
@Produces(MediaType.TEXT_HTML)
public class OrganisationPages {
    private static final String BASE = "/app/organisation";
    private static final List<Field> FIELDS =
            List.of(Field.line("name", "", ""), Field.line("email", "", ""), Field.line("roles", "", ""));

    @Inject
    CurrentActor current;

    @Inject
    RequestIds requestIds;

    @Inject
    ManagePeople people;

    @Inject
    Flash flash;

    @Context
    UriInfo uri;

    @GET
    public Page organisation() {
        return shown(new FormState(Map.of(), Map.of()), null);
    }

    @POST
    @Path("invitations")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response invite(MultivaluedMap<String, String> sent) {
        Map<String, String> values = Forms.values(sent);
        Outcome<String> invited = people.invite(current.get(), values.get("name"), values.get("email"), roles(sent));
        if (!invited.isDone()) {
            return Pages.status(422, shown(Forms.refused(values, invited, FIELDS), null));
        }
        String link = uri.getBaseUriBuilder()
                .path("join")
                .path(invited.result().orElseThrow())
                .build()
                .toString();
        flash.say(
                "good",
                "Invited: " + values.get("name"),
                "Give them this address; it opens once, within 14 days: " + link);
        return Pages.seeOther(BASE);
    }

    @POST
    @Path("invitations/{id}/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response takeBack(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return after(
                people.takeBack(current.get(), id),
                "Taken back",
                "The address of the invitation opens nothing any more.");
    }

    @POST
    @Path("members/{username}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response member(@PathParam("username") String username, MultivaluedMap<String, String> sent) {
        boolean enabled = "resume".equals(sent.getFirst("go"));
        Outcome<Member> done = people.enable(current.get(), username, enabled, sent.getFirst("reason"));
        return after(
                done,
                enabled ? username + " may sign in again" : username + " is suspended",
                enabled ? "" : "Open sessions end at once.");
    }

    @POST
    @Path("keys")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response createKey(MultivaluedMap<String, String> sent) {
        Map<String, String> values = Forms.values(sent);
        Outcome<ApiKey> made = people.createKey(current.get(), values.get("name"), roles(sent));
        return made.result()
                .map(key -> Pages.ok(shown(new FormState(Map.of(), Map.of()), key)))
                .orElseGet(() -> Refused.page(made));
    }

    @POST
    @Path("keys/{clientId}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response removeKey(@PathParam("clientId") String clientId, MultivaluedMap<String, String> sent) {
        return after(
                people.removeKey(current.get(), clientId),
                "Removed",
                "Nothing gets in with " + clientId + " any more.");
    }

    private Response after(Outcome<?> outcome, String title, String text) {
        outcome.whyNot()
                .ifPresentOrElse(
                        refusal -> flash.say("bad", "That did not go through", refusal.detail()),
                        () -> flash.say("good", title, text));
        return Pages.seeOther(BASE);
    }

    private static Set<Role> roles(MultivaluedMap<String, String> sent) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : sent.getOrDefault("roles", List.of())) {
            Role.ofRealmName(name).ifPresent(roles::add);
        }
        return roles;
    }

    private Page shown(FormState form, ApiKey fresh) {
        Actor actor = current.get();
        boolean administrator = actor.is(Role.ORGANISATION_ADMIN);
        Outcome<List<Member>> members = people.members(actor);
        Outcome<List<ApiKey>> keys = administrator ? people.keys(actor) : Outcome.done(List.of());
        return Pages.page("office/organisation")
                .with("members", members.result().orElse(List.of()))
                .with(
                        "unavailable",
                        Optional.of(members)
                                .flatMap(Outcome::whyNot)
                                .map(Refusal::detail)
                                .orElse(""))
                .with("invitations", people.invitations(actor))
                .with("keys", keys.result().orElse(List.of()))
                .with("fresh", fresh)
                .with("administrator", administrator)
                .with(
                        "giveable",
                        ManagePeople.giveable(actor).stream()
                                .map(Role::realmName)
                                .sorted()
                                .toList())
                .with("form", form)
                .with("requestId", requestIds.fresh());
    }
}
