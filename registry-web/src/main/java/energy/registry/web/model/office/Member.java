package energy.registry.web.model.office;

import java.util.List;

/** A person who may sign in for an organisation. */
public record Member(String username, String name, String email, boolean enabled, List<String> roles) {
    public Member {
        roles = List.copyOf(roles);
    }
}
