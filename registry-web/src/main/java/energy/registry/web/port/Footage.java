package energy.registry.web.port;

import energy.registry.web.model.Outcome;

/** What the camera's clips left behind, live from the vision verifier. */
public interface Footage {
    Outcome<byte[]> kymograph(String clipDigest);

    Outcome<byte[]> frame(String clipDigest, int number);

    /** The evidence record, a JSON document. */
    Outcome<String> record(String clipDigest);
}
