package energy.registry.vision.adapter.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Optional;

/** A group of requests that only other services make; asked after the token was checked. */
public interface ServiceDoor {
    /** Empty when the request is none of this group's. */
    Optional<Reply> open(HttpExchange exchange) throws IOException;
}
