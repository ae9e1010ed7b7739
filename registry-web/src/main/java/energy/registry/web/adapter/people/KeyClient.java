package energy.registry.web.adapter.people;

import java.util.List;
import java.util.Map;

/** The client behind an API key: no login page, no password, only its secret; it speaks for one organisation. */
final class KeyClient {
    private KeyClient() {}

    static Map<String, Object> of(String organisation, String clientId, String name, List<String> roles) {
        return Map.of(
                "clientId", clientId,
                "name", name,
                "enabled", true,
                "publicClient", false,
                "standardFlowEnabled", false,
                "directAccessGrantsEnabled", false,
                "serviceAccountsEnabled", true,
                "attributes", Map.of("registry.org", organisation, "registry.roles", String.join(" ", roles)),
                "protocolMappers", List.of(audience(), claim(organisation)));
    }

    private static Map<String, Object> audience() {
        return mapper(
                "audience registry-web",
                "oidc-audience-mapper",
                Map.of("included.client.audience", "registry-web", "access.token.claim", "true"));
    }

    private static Map<String, Object> claim(String organisation) {
        return mapper(
                "org",
                "oidc-hardcoded-claim-mapper",
                Map.of(
                        "claim.name",
                        "org",
                        "claim.value",
                        organisation,
                        "jsonType.label",
                        "String",
                        "access.token.claim",
                        "true"));
    }

    private static Map<String, Object> mapper(String name, String kind, Map<String, String> config) {
        return Map.of("name", name, "protocol", "openid-connect", "protocolMapper", kind, "config", config);
    }
}
