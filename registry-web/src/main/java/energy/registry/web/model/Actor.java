package energy.registry.web.model;

import java.util.Set;

/** Who asks: a user of one organisation with roles. Every use case takes one and decides from it alone. */
public record Actor(String user, String organisation, Set<Role> roles) {
    /** A visitor who has not signed in. */
    public static final Actor VISITOR = new Actor("", "", Set.of());

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean signedIn() {
        return !user.isEmpty();
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** True for those whose duty is to see every organisation's affairs. */
    public boolean seesEverything() {
        return is(Role.REGULATOR) || is(Role.ISSUING_BODY);
    }

    public boolean belongsTo(String accountId) {
        return signedIn() && !organisation.isEmpty() && organisation.equals(accountId);
    }

    /** True when the affairs of this account may be shown to the actor. */
    public boolean maySee(String accountId) {
        return seesEverything() || belongsTo(accountId);
    }

    // Named for templates, where enum arguments are clumsy.
    public boolean isGenerator() {
        return is(Role.GENERATOR);
    }

    public boolean isBuyer() {
        return is(Role.BUYER);
    }

    public boolean isRegulator() {
        return is(Role.REGULATOR);
    }

    public boolean isIssuingBody() {
        return is(Role.ISSUING_BODY);
    }
}
