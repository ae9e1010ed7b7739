package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.display.Display;
import energy.registry.web.adapter.page.view.Notice;
import energy.registry.web.adapter.view.Page;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;

/** The beginnings and ends that all page resources share. */
public final class Pages {
    private static final Display DISPLAY = new Display();
    private static final Map<String, Notice> DONE = Map.of(
            "bought",
                    new Notice(
                            "good",
                            "Bought",
                            "The certificate is yours, and the seller has been paid. "
                                    + "Retire it when you want to claim the energy."),
            "offered",
                    new Notice(
                            "good",
                            "For sale",
                            "Your offer stands on the market. You can take it back at any time before it is bought."),
            "cancelled", new Notice("good", "Taken back", "The certificate is no longer for sale. It stays yours."),
            "released",
                    new Notice(
                            "good",
                            "Released",
                            "The claim goes to the ledger now; the certificate appears in a moment."),
            "rejected",
                    new Notice(
                            "good",
                            "Rejected",
                            "No certificate is issued for that interval. The generator sees your reason."));

    private Pages() {}

    public static Page page(String view) {
        return Page.of(view).with("fmt", DISPLAY);
    }

    public static Display display() {
        return DISPLAY;
    }

    /** The page with a word on what was done just before; unknown codes say nothing. */
    public static Page announced(Page page, String done) {
        Notice notice = done == null ? null : DONE.get(done);
        return notice == null ? page : page.with("notice", notice);
    }

    /** After a command the browser is sent on, so that reloading repeats nothing. */
    public static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
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
