package energy.registry.web.application;

import energy.registry.web.model.Actor;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.MarketFilter;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.port.Certificates;

/** The market: every valid offer, for anyone signed in. */
public final class MarketQueries {
    private final Certificates certificates;

    public MarketQueries(Certificates certificates) {
        this.certificates = certificates;
    }

    /** Offered certificates; {@code offer()} of each row is never null. */
    public Slice<CertificateRow> offers(Actor actor, MarketFilter filter, Window window) {
        Permission.requireSignedIn(actor);
        return certificates.offered(filter, window);
    }
}
