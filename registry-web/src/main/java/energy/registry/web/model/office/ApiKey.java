package energy.registry.web.model.office;

import java.util.List;

/** A machine's way in: a client of the identity provider. The secret is there only when the key has just been made. */
public record ApiKey(String clientId, String name, List<String> roles, String secret) {
    public ApiKey {
        roles = List.copyOf(roles);
    }
}
