package energy.registry.web.port.office;

import energy.registry.web.model.Outcome;
import energy.registry.web.model.office.Receipt;
import energy.registry.web.model.office.Service;
import java.util.Map;

/** Commands to the services, in the words of their contract. The same request id again answers the first result. */
public interface Commands {
    /** {@code path} segments that come from people are escaped by {@link #segment}. */
    Outcome<Receipt> post(Service service, String path, Map<String, Object> body);

    /** A path segment made safe. */
    String segment(String text);
}
