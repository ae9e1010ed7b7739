package energy.registry.web.adapter.page.office;

import energy.registry.web.adapter.page.Pages;
import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.office.ReadNews;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.Message;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Messages to one's organisation, and the log of changes. */
@Path("/app")
@Produces(MediaType.TEXT_HTML)
public class NewsPages {
    @Inject
    CurrentActor current;

    @Inject
    ReadNews news;

    @GET
    @Path("news")
    public Page messages(@QueryParam("after") String after) {
        Actor actor = current.get();
        long unread = news.unread(actor);
        Slice<Message> messages = news.messages(actor, Window.of(after));
        messages.items().stream().findFirst().ifPresent(newest -> news.seen(actor, newest.seq()));
        return Pages.page("office/news").with("messages", messages).with("fresh", after == null ? unread : 0);
    }

    @GET
    @Path("activity")
    public Page activity(@QueryParam("after") String after) {
        return Pages.page("office/activity").with("activity", news.activity(current.get(), Window.of(after)));
    }
}
