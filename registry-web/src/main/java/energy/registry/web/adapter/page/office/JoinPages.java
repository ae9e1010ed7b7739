package energy.registry.web.adapter.page.office;

import energy.registry.web.adapter.page.Flash;
import energy.registry.web.adapter.page.Pages;
import energy.registry.web.adapter.page.view.FormState;
import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.office.JoinForm;
import energy.registry.web.application.office.JoinRegistry;
import energy.registry.web.application.office.ManagePeople;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.Field;
import energy.registry.web.model.office.Member;
import energy.registry.web.model.office.Remark;
import energy.registry.web.port.RequestIds;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Open to anyone: an organisation asks to join, follows its application, and its people choose their logins. */
@Path("/join")
@Produces(MediaType.TEXT_HTML)
public class JoinPages {
    private static final List<Field> LOGIN = List.of(Field.line("username", "", ""), Field.line("password", "", ""));

    @Inject
    RequestIds requestIds;

    @Inject
    JoinRegistry join;

    @Inject
    ManagePeople people;

    @Inject
    Flash flash;

    @GET
    public Page form() {
        return shown(new FormState(Map.of(), Map.of()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response apply(MultivaluedMap<String, String> sent) {
        Map<String, String> values = Forms.values(sent);
        List<Remark> remarks = join.remarks(values);
        if (!remarks.isEmpty()) {
            return Pages.status(422, shown(Forms.state(values, remarks)));
        }
        Outcome<String> applied = join.apply(values);
        if (!applied.isDone()) {
            return Pages.status(422, shown(Forms.refused(values, applied, JoinForm.FIELDS)));
        }
        flash.say(
                "good",
                "Your application has arrived",
                "Keep the address of this page: here you see what becomes of it, and later choose your login.");
        return Pages.seeOther("/join/" + applied.result().orElseThrow());
    }

    private Page shown(FormState form) {
        return Pages.page("office/join")
                .with("fields", JoinForm.FIELDS)
                .with("form", form)
                .with("requestId", requestIds.fresh());
    }

    @GET
    @Path("{secret}")
    public Page behind(@PathParam("secret") String secret) {
        return link(secret, new FormState(Map.of(), Map.of()));
    }

    @POST
    @Path("{secret}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response accept(@PathParam("secret") String secret, MultivaluedMap<String, String> sent) {
        Map<String, String> values = Forms.values(sent);
        Outcome<Member> accepted = people.accept(secret, values.get("username"), values.get("password"));
        if (accepted.isDone()) {
            flash.say("good", "Welcome", "Sign in with the user name and the password you have just chosen.");
            return Pages.seeOther("/");
        }
        Map<String, String> shownBack = Map.of("username", values.getOrDefault("username", ""));
        return Pages.status(422, link(secret, Forms.refused(shownBack, accepted, LOGIN)));
    }

    private Page link(String secret, FormState form) {
        Optional<CaseFile> opens = people.behind(secret);
        CaseFile file = opens.or(() -> join.behind(secret)).orElseThrow(NotFoundException::new);
        return Pages.page("office/join-link")
                .with("file", file)
                .with("invited", file.kind() == energy.registry.web.model.office.CaseKind.INVITATION)
                .with("mayChoose", opens.isPresent())
                .with("secret", secret)
                .with("form", form)
                .with("requestId", requestIds.fresh());
    }
}
