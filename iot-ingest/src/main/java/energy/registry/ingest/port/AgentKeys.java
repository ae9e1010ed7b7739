package energy.registry.ingest.port;

import energy.registry.domain.identity.KeySignature;
import energy.registry.domain.identity.SigningKey;
import java.io.IOException;

/** The agent's own keys, one for each meter that it speaks for. */
public interface AgentKeys {
    /** The meter's key, made at the first call. */
    SigningKey keyOf(String meterId) throws IOException;

    KeySignature sign(String meterId, byte[] message) throws IOException;
}
