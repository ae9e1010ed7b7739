package energy.registry.web.model;

import java.util.Arrays;
import java.util.Optional;

/** What a user may do; the names are the realm roles of the identity provider. */
public enum Role {
    GENERATOR("generator"),
    BUYER("buyer"),
    REGULATOR("regulator"),
    ISSUING_BODY("issuing-body"),
    /** Invites, suspends and equips the people of their own organisation; nothing else. */
    ORGANISATION_ADMIN("organisation-admin");

    private final String realmName;

    Role(String realmName) {
        this.realmName = realmName;
    }

    public String realmName() {
        return realmName;
    }

    public static Optional<Role> ofRealmName(String name) {
        return Arrays.stream(values())
                .filter(role -> role.realmName.equals(name))
                .findFirst();
    }
}
