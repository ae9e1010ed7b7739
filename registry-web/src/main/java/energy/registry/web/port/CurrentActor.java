package energy.registry.web.port;

import energy.registry.web.model.Actor;
import java.net.URI;

/** Who sends the request that is being answered. */
public interface CurrentActor {
    /** {@link Actor#VISITOR} when nobody has signed in. */
    Actor get();

    /** Where to send the browser to end the session at the identity provider too. */
    URI signOutAt();

    /** Scheme, host and port of the identity provider: the one other place a form of ours may lead to. */
    String identityProvider();
}
