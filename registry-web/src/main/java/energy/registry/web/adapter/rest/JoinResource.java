package energy.registry.web.adapter.rest;

import energy.registry.web.application.office.JoinRegistry;
import energy.registry.web.application.office.ManagePeople;
import energy.registry.web.model.office.CaseFile;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The way in for those who have no login yet. Whoever holds a link's secret may open it: it cannot be guessed. */
@Path("join")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Joining")
public class JoinResource {
    @Inject
    private JoinRegistry join;

    @Inject
    private ManagePeople people;

    /** The login that a person chooses. */
    public record LoginBody(String username, String password) {}

    @POST
    @Open
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Ask for an account",
            description =
                    "Public. Fields as on the page /join. The answer's secret opens /join/{secret}, where the decision is seen.")
    public Response apply(Map<String, String> answers) {
        if (answers == null) {
            return Bodies.missing();
        }
        return Problems.answer(join.apply(answers), secret -> Response.status(Response.Status.CREATED)
                .entity(Map.of("secret", secret, "link", "/join/" + secret))
                .build());
    }

    @GET
    @Open
    @Path("{secret}")
    @Operation(
            summary = "What became of an application or an invitation",
            description = "Public, with the link's secret.")
    public Map<String, Object> behind(@PathParam("secret") String secret) {
        Optional<CaseFile> opens = people.behind(secret);
        CaseFile file = opens.or(() -> join.behind(secret)).orElseThrow(NotFoundException::new);
        return Map.of(
                "organisation", file.organisation(),
                "status", file.status(),
                "reason", file.value("reason"),
                "loginMayBeChosen", opens.isPresent());
    }

    @POST
    @Open
    @Path("{secret}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Choose a login", description = "Public, with the link's secret; once.")
    public Response accept(@PathParam("secret") String secret, LoginBody body) {
        if (body == null) {
            return Bodies.missing();
        }
        return Problems.answer(
                people.accept(secret, body.username(), body.password()),
                member ->
                        Response.status(Response.Status.CREATED).entity(member).build());
    }
}
