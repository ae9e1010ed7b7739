package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.view.Notice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** A word on what was just done, kept in the session until the next page shows it. */
@RequestScoped
public class Flash {
    private static final String ATTRIBUTE = Flash.class.getName();
    private final HttpServletRequest request;

    protected Flash() {
        this(null);
    }

    @Inject
    public Flash(HttpServletRequest request) {
        this.request = request;
    }

    public void say(String tone, String title, String text) {
        request.getSession().setAttribute(ATTRIBUTE, tone + '\n' + title + '\n' + text);
    }

    /** The word, once. */
    Optional<Notice> take() {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String kept)) {
            return Optional.empty();
        }
        session.removeAttribute(ATTRIBUTE);
        String[] parts = kept.split("\n", 3);
        return Optional.of(new Notice(parts[0], parts[1], parts[2]));
    }
}
