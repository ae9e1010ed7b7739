package energy.registry.web.port;

import energy.registry.web.model.Actor;
import energy.registry.web.model.KeptReply;

/** Answers to changing requests, each kept for a day under the caller's own key. */
public interface KeptReplies {
    /** Claims the key for a request, unless it is known: the one request that gets {@link KeptReply.State#FRESH} is carried out. */
    KeptReply claim(Actor caller, String key, String fingerprint);

    /** The request was carried out; from now on it is answered so. */
    void keep(Actor caller, String key, KeptReply reply);

    /** The request changed nothing: its key is free again. */
    void forget(Actor caller, String key);
}
