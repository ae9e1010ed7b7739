package energy.registry.ledger.flow;

import net.corda.core.serialization.CordaSerializable;

/** Asks the regulator's node for one live state that the asking node needs for an act of its own and does not keep. */
@CordaSerializable
public final class StateQuery {
    /** What anybody on the network may ask for: what is offered to all, who an account is, what is frozen. */
    @CordaSerializable
    public enum Kind {
        OFFER,
        ACCOUNT,
        ACCOUNT_OF_KEY,
        CONTROL
    }

    private final Kind kind;
    private final String name;
    private final CertificateQuantity item;

    /**
     * @param name account id or key id, or empty
     * @param item the offer and what is wanted of it; for other kinds of no meaning
     */
    public StateQuery(Kind kind, String name, CertificateQuantity item) {
        this.kind = kind;
        this.name = name;
        this.item = item;
    }

    static StateQuery of(Kind kind, String name) {
        return new StateQuery(kind, name, new CertificateQuantity("", 0));
    }

    static StateQuery offer(CertificateQuantity item) {
        return new StateQuery(Kind.OFFER, "", item);
    }

    public Kind getKind() {
        return kind;
    }

    public String getName() {
        return name;
    }

    public CertificateQuantity getItem() {
        return item;
    }
}
