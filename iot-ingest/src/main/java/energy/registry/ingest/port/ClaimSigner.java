package energy.registry.ingest.port;

import energy.registry.domain.claim.GenerationClaim;
import energy.registry.domain.identity.KeySignature;
import energy.registry.domain.identity.SigningKey;

/** This service's own claim key. */
public interface ClaimSigner {
    KeySignature sign(GenerationClaim claim);

    SigningKey key();
}
