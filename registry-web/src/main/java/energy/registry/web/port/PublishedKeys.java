package energy.registry.web.port;

import energy.registry.web.model.Outcome;

/** The public keys that anyone checks signatures with. */
public interface PublishedKeys {
    /** The published keys, a JSON document of name to key. */
    Outcome<String> json();
}
