package energy.registry.web.port.office;

import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.Activity;

/** The log of changes; only ever added to. */
public interface Activities {
    void add(Activity activity);

    /** Adds the line, unless one with this key is there. */
    void addOnce(Activity activity, String key);

    /** Newest first: of, or about, one organisation, or everything when it is empty. */
    Slice<Activity> list(String organisation, Window window);
}
