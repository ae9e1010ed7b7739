package energy.registry.ops.system;

import java.util.Set;

/** Somebody, or some machine, at the doors: with an organisation and roles, and a way to a token. A visitor has no login. */
record Person(String login, String secret, String organisation, Set<String> roles, Kind kind) {
    /** How the identity provider knows them. */
    enum Kind {
        VISITOR,
        FORGER,
        USER,
        MACHINE
    }

    static final Person VISITOR = new Person("visitor", "", "", Set.of(), Kind.VISITOR);

    /** Comes with a token that nobody issued. */
    static final Person FORGER = new Person("forger", "", "", Set.of(), Kind.FORGER);

    boolean known() {
        return kind == Kind.USER || kind == Kind.MACHINE;
    }

    boolean oversees() {
        return roles.contains("regulator") || roles.contains("issuing-body");
    }

    @Override
    public String toString() {
        return login;
    }
}
