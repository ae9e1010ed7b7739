package energy.registry.ops.verify;

/** A part of the bundle that cannot even be read; checked, because a changed byte is an expected case here. */
public final class BrokenLink extends Exception {
    private static final long serialVersionUID = 1;

    private final Link link;

    BrokenLink(Link link, String detail) {
        super(detail);
        this.link = link;
    }

    Link link() {
        return link;
    }
}
