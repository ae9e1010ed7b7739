package energy.registry.web.model;

/** Thrown where a page or list is asked for that the actor's role never shows a link to; doors answer 403 (or ask to sign in). */
public final class AccessDenied extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AccessDenied(String detail) {
        super(detail);
    }
}
