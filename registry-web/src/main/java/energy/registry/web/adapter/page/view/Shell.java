package energy.registry.web.adapter.page.view;

import energy.registry.web.model.Actor;
import java.time.Instant;

/** What every page needs around its content: where we are, who asks, the session's token, the time. The notice may be null. */
public record Shell(String section, Actor actor, String csrfToken, Instant now, Notice notice) {
    public boolean in(String name) {
        return section.equals(name);
    }

    public boolean trades() {
        return actor.isGenerator() || actor.isBuyer();
    }
}
