package energy.registry.ingest.adapter.mqtt;

import energy.registry.domain.encoding.Digest;

/** Whether the holder of a key, proven by the certificate on the line, may speak and listen for a meter. */
@FunctionalInterface
public interface LineAccess {
    boolean mayUse(Digest keyId, String meterId);
}
