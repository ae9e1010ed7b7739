package energy.registry.ledger.attack;

import energy.registry.ledger.state.OfferTerms;
import java.security.PublicKey;

/** One watt-hour as the naive model sees it: a thing with a name, an hour, an owner and at most one lock. */
final class Wh {
    enum Fate {
        ACTIVE,
        OFFERED,
        LEAVING,
        RETIRED,
        WITHDRAWN,
        EXPIRED,
        EXPORTED,
        STORED
    }

    final String device;
    final long serial;
    final long hour;
    final PublicKey owner;
    final Fate fate;
    final OfferTerms terms;
    final int bundle;
    final long tradableUntil;
    final long expires;

    Wh(
            String device,
            long serial,
            long hour,
            PublicKey owner,
            Fate fate,
            OfferTerms terms,
            int bundle,
            long tradableUntil,
            long expires) {
        this.device = device;
        this.serial = serial;
        this.hour = hour;
        this.owner = owner;
        this.fate = fate;
        this.terms = terms;
        this.bundle = bundle;
        this.tradableUntil = tradableUntil;
        this.expires = expires;
    }

    String name() {
        return device + "#" + serial;
    }
}
