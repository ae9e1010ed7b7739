package energy.registry.web.port.office;

import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.Activity;

/** The log of changes; only ever added to. */
public interface Activities {
    void add(Activity activity);

    /** Newest first: of, or about, one organisation, or everything when it is empty. */
    Slice<Activity> list(String organisation, Window window);
}
