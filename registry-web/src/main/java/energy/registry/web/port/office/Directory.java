package energy.registry.web.port.office;

import energy.registry.web.model.Outcome;
import energy.registry.web.model.Role;
import energy.registry.web.model.office.ApiKey;
import energy.registry.web.model.office.Member;
import java.util.List;
import java.util.Set;

/** People and machines that may sign in, by organisation. What belongs to another organisation is not found. */
public interface Directory {
    Outcome<List<Member>> members(String organisation);

    /** Refused with rule USERNAME_TAKEN or PASSWORD_TOO_WEAK where it is so. */
    Outcome<Member> create(String organisation, Member member, String password, Set<Role> roles);

    Outcome<Member> enable(String organisation, String username, boolean enabled);

    Outcome<List<ApiKey>> keys(String organisation);

    /** The answer holds the secret, which is never shown again. */
    Outcome<ApiKey> createKey(String organisation, String clientId, String name, Set<Role> roles);

    Outcome<String> removeKey(String organisation, String clientId);
}
