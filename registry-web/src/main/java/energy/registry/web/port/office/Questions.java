package energy.registry.web.port.office;

import energy.registry.web.model.Outcome;
import energy.registry.web.model.office.Service;
import java.util.Map;

/** Questions to the services, answered as their contract says: objects as maps, lists as lists, by the contract's names. */
public interface Questions {
    /** An answer that is a list stands under "items". */
    Outcome<Map<String, Object>> ask(Service service, String path);

    /** Sends a file as it is; {@code user} is the person who sends it. */
    Outcome<Map<String, Object>> send(Service service, String path, byte[] content, String user);

    /** Stores a document under its address. */
    Outcome<Map<String, Object>> put(Service service, String path, Map<String, Object> body);

    /** A picture. */
    Outcome<byte[]> picture(Service service, String path);

    /** A part of an address made safe. */
    String part(String text);
}
