package energy.registry.web.application;

import energy.registry.web.model.AccessDenied;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Role;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The checks that open a use case: deny unless a role says otherwise. */
public final class Permission {
    private Permission() {}

    public static void requireSignedIn(Actor actor) {
        if (!actor.signedIn()) {
            throw new AccessDenied("Sign in to see this.");
        }
    }

    public static void requireOneOf(Actor actor, Role... roles) {
        missing(actor, roles).ifPresent(refusal -> {
            throw new AccessDenied(refusal.detail());
        });
    }

    /** The refusal when the actor has none of the roles, or has no organisation to act for. */
    public static Optional<Refusal> missing(Actor actor, Role... roles) {
        if (Arrays.stream(roles).noneMatch(actor::is)) {
            String names = Arrays.stream(roles).map(Role::realmName).collect(Collectors.joining(" or "));
            return Optional.of(Refusal.forbidden("This needs the role " + names + "."));
        }
        if (actor.organisation().isEmpty()) {
            return Optional.of(Refusal.forbidden("Your user belongs to no organisation: ask for the attribute org."));
        }
        return Optional.empty();
    }
}
