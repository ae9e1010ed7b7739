package energy.registry.web.adapter.rest;

import energy.registry.web.application.office.ReadNews;
import energy.registry.web.model.Slice;
import energy.registry.web.model.office.Activity;
import energy.registry.web.model.office.Message;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Messages to one's organisation, and the log of changes. */
@Path("news")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "News")
public class NewsResource {
    @Inject
    private ReadNews news;

    @Inject
    private CurrentActor actor;

    @GET
    @Path("messages")
    @Operation(summary = "Messages to one's organisation, newest first")
    public Slice<Message> messages(@BeanParam Ask ask) {
        return news.messages(actor.get(), ask.window());
    }

    @GET
    @Path("unread")
    @Operation(summary = "How many messages came since one last looked")
    public Map<String, Long> unread() {
        return Map.of("unread", news.unread(actor.get()));
    }

    @PUT
    @Path("read/{seq}")
    @Operation(summary = "Remember that messages up to this one were read")
    public Response read(@PathParam("seq") long seq) {
        news.seen(actor.get(), seq);
        return Response.noContent().build();
    }

    @GET
    @Path("activity")
    @Operation(
            summary = "Who changed what, when and why",
            description = "Overseers see everything, others what is of or about them.")
    public Slice<Activity> activity(@BeanParam Ask ask) {
        return news.activity(actor.get(), ask.window());
    }
}
