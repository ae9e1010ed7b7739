package energy.registry.ingest.port;

import energy.registry.ingest.statement.Arrival;
import energy.registry.ingest.statement.Parsed;

/** Reads a message's bytes within fixed limits of size and depth. */
public interface MessageReader {
    Parsed read(Arrival arrival);
}
