package energy.registry.web.adapter.rest;

import energy.registry.web.application.office.ActBook;
import energy.registry.web.application.office.DecideProposal;
import energy.registry.web.application.office.PerformAct;
import energy.registry.web.model.Role;
import energy.registry.web.model.Slice;
import energy.registry.web.model.office.Act;
import energy.registry.web.model.office.ActSubject;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.Field;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Guided acts on devices, meters, accounts and keys, and the proposals that a second person decides. */
@Path("acts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Acts")
public class ActsResource {
    @Inject
    private PerformAct acts;

    @Inject
    private DecideProposal proposals;

    @Inject
    private CurrentActor actor;

    /** What the act is done to, and the answers to its questions by name. */
    public record ActBody(String subject, Map<String, String> answers) {}

    /** Whether the second person agrees, and why. */
    public record AgreementBody(boolean agreed, String reason) {}

    /** An act as it is offered; {@code decidedBy} is the role that has to agree, empty for none. */
    public record OfferedAct(
            String slug, String title, String effect, ActSubject subject, String decidedBy, List<Field> fields) {
        static OfferedAct of(Act act) {
            String decider = act.decider().map(Role::realmName).orElse("");
            return new OfferedAct(act.slug(), act.title(), act.effect(), act.subject(), decider, act.fields());
        }
    }

    @GET
    @Operation(summary = "The acts that one's roles allow, with their questions")
    public List<OfferedAct> offered() {
        return Stream.of(ActSubject.values())
                .flatMap(subject -> PerformAct.offered(actor.get(), subject).stream())
                .map(OfferedAct::of)
                .toList();
    }

    @POST
    @Path("{slug}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Do an act, or propose it",
            description = "Answers 202 where a second person has to agree first.")
    public Response perform(@HeaderParam("Idempotency-Key") String key, @PathParam("slug") String slug, ActBody body) {
        if (body == null || body.subject() == null || body.answers() == null) {
            return Bodies.missing();
        }
        Act act = ActBook.find(slug).orElseThrow(NotFoundException::new);
        return Problems.answer(
                acts.perform(actor.get(), act, body.subject(), body.answers(), key),
                result -> Response.status(result.waiting() ? 202 : 200)
                        .entity(result)
                        .build());
    }

    @GET
    @Path("proposals")
    @Operation(
            summary = "Proposals that wait for a second person",
            description = "Overseers see all, others their own organisation's.")
    public Slice<CaseFile> proposals(@BeanParam Ask ask) {
        return proposals.list(actor.get(), false, ask.window());
    }

    @GET
    @Path("proposals/{id}")
    @Operation(summary = "One proposal", description = "Those who proposed it, those whom it concerns, and overseers.")
    public CaseFile proposal(@PathParam("id") String id) {
        return proposals.find(actor.get(), id).orElseThrow(NotFoundException::new);
    }

    @POST
    @Path("proposals/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Agree to a proposal, or decline it", description = "Never the one who proposed it.")
    public Response decide(@PathParam("id") String id, AgreementBody body) {
        if (body == null) {
            return Bodies.missing();
        }
        return Problems.answer(
                proposals.decide(actor.get(), id, body.agreed(), body.reason()),
                file -> Response.ok(file).build());
    }
}
