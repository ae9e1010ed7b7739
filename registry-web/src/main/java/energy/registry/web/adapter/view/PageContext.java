package energy.registry.web.adapter.view;

import energy.registry.web.model.Actor;
import energy.registry.web.port.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;

/** What every template may use without its page handing it over. */
@RequestScoped
class PageContext {
    /** Pages with a form for people who have no login yet; elsewhere a visitor gets no session. */
    private static final Pattern OPEN_FORMS = Pattern.compile("/join(/.*)?");

    private final CurrentActor actor;
    private final HttpServletRequest request;
    private final Clock clock;

    PageContext() {
        this(null, null, null);
    }

    @Inject
    PageContext(CurrentActor actor, HttpServletRequest request, Clock clock) {
        this.actor = actor;
        this.request = request;
        this.clock = clock;
    }

    Map<String, Object> values() {
        Actor who = actor.get();
        return Map.of(
                "actor",
                who,
                "csrf",
                who.signedIn() || OPEN_FORMS.matcher(request.getRequestURI()).matches()
                        ? CsrfToken.of(request.getSession())
                        : "",
                "path",
                request.getRequestURI(),
                "now",
                clock.instant());
    }
}
