package energy.registry.web.port;

import energy.registry.web.model.Actor;
import energy.registry.web.model.LotItem;
import java.util.List;

/** What each user means to buy; the registry's own, not the ledger's. */
public interface Baskets {
    /** Oldest first. */
    List<LotItem> of(Actor actor);

    /** Adds the item, or changes its quantity. */
    void put(Actor actor, LotItem item);

    void remove(Actor actor, List<String> certificateIds);
}
