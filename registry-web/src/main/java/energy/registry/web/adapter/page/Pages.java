package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.display.Display;
import energy.registry.web.adapter.page.display.Worded;
import energy.registry.web.adapter.page.view.Notice;
import energy.registry.web.adapter.view.Page;
import energy.registry.web.application.SecondPerson;
import energy.registry.web.model.Outcome;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** The beginnings and ends that all page resources share. */
public final class Pages {
    private static final Display DISPLAY = new Display();

    private Pages() {}

    public static Page page(String view) {
        return Page.of(view).with("fmt", DISPLAY);
    }

    public static Display display() {
        return DISPLAY;
    }

    /** The page with a word on what was done just before; unknown codes say nothing. */
    public static Page announced(Page page, String done) {
        Worded<Notice> notice = done == null ? null : Notices.of(done);
        return notice == null ? page : page.with("notice", notice);
    }

    /** After a command the browser is sent on, so that reloading repeats nothing. */
    public static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    /** Where a request that needs a second person waits; empty for any other outcome. */
    static Optional<Response> waiting(Outcome<?> outcome) {
        return outcome.whyNot()
                .filter(refusal -> refusal.rule().equals(SecondPerson.RULE))
                .map(refusal -> seeOther("/app/approvals?done=waiting"));
    }

    public static Response ok(Page page) {
        return Response.ok(page, MediaType.TEXT_HTML_TYPE).build();
    }

    public static Response status(int status, Page page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(page)
                .build();
    }
}
