package energy.registry.ops.verify;

import com.fasterxml.jackson.databind.JsonNode;
import energy.registry.domain.identity.SigningKey;
import java.util.List;
import java.util.Set;

/** The five keys that a bundle's chain ends in; the only thing that is trusted. */
record PublishedKeys(
        SigningKey notary, SigningKey issuingBody, SigningKey regulator, SigningKey claims, SigningKey vision) {
    private static final Set<String> NAMES = Set.of("notary", "issuingBody", "regulator", "claims", "vision");

    static PublishedKeys read(JsonNode node) throws BrokenLink {
        Fields fields = new Fields(node, "keys", Link.PUBLISHED_KEYS, NAMES, Set.of());
        return new PublishedKeys(
                fields.key("notary", Link.PUBLISHED_KEYS),
                fields.key("issuingBody", Link.PUBLISHED_KEYS),
                fields.key("regulator", Link.PUBLISHED_KEYS),
                fields.key("claims", Link.PUBLISHED_KEYS),
                fields.key("vision", Link.PUBLISHED_KEYS));
    }

    List<SigningKey> verifiers() {
        return List.of(claims, vision);
    }
}
