package energy.registry.web.application;

import energy.registry.web.model.Actor;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.OfferPlaced;
import energy.registry.web.model.OfferRequest;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Role;
import energy.registry.web.port.Certificates;
import energy.registry.web.port.Ledger;
import energy.registry.web.port.Projection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** An owner offers a certificate, or a part of it, for sale, and may take the offer back. */
public final class OfferCertificates {
    /** Highest price, minor units per MWh: ten million, far above any market; guards against a slipped decimal point. */
    public static final long PRICE_MINOR_PER_MWH_MAX = 1_000_000_000L;
    /** Longest validity of an offer: certificates are tradable for a year. */
    public static final Duration VALIDITY_MAX = Duration.ofDays(366);

    private final Certificates certificates;
    private final Ledger ledger;
    private final Freshness freshness;
    private final Clock clock;
    private final ChangeLog changes;

    public OfferCertificates(Certificates certificates, Ledger ledger, Projection projection, Clock clock) {
        this(certificates, ledger, projection, clock, ChangeLog.NONE);
    }

    public OfferCertificates(
            Certificates certificates, Ledger ledger, Projection projection, Clock clock, ChangeLog changes) {
        this.changes = changes;
        this.certificates = certificates;
        this.ledger = ledger;
        this.freshness = new Freshness(projection);
        this.clock = clock;
    }

    public Outcome<OfferPlaced> offer(Actor actor, OfferRequest request) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.GENERATOR, Role.BUYER)
                .or(() -> wrong(request))
                .or(() -> notMine(actor, request.certificateId()));
        return refusal.<Outcome<OfferPlaced>>map(Outcome::refused)
                .orElseGet(() -> freshness.after(
                        ledger.offer(actor.organisation(), actor.user(), scoped(actor, request)), OfferPlaced::txId))
                .map(placed -> {
                    String price =
                            request.priceMinorPerMwh() + " minor units of " + request.currency() + " for each MWh";
                    changes.once(new ChangeLog.Change(
                            actor,
                            "OFFERED",
                            placed.txId(),
                            placed.certificateId(),
                            "",
                            "Offered " + placed.certificateId() + " at " + price + ".",
                            ""));
                    return placed;
                });
    }

    public Outcome<OfferPlaced> cancel(Actor actor, String requestId, String certificateId) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.GENERATOR, Role.BUYER)
                .or(() -> Checks.requestId(requestId))
                .or(() -> notMine(actor, certificateId));
        String scoped = Checks.scopedRequestId(actor, "cancel-offer", String.valueOf(requestId));
        return refusal.<Outcome<OfferPlaced>>map(Outcome::refused)
                .orElseGet(() -> freshness.after(
                        ledger.cancelOffer(actor.organisation(), actor.user(), scoped, certificateId),
                        OfferPlaced::txId))
                .map(placed -> {
                    changes.once(new ChangeLog.Change(
                            actor,
                            "OFFER_CANCELLED",
                            placed.txId(),
                            certificateId,
                            "",
                            "Took the offer of " + certificateId + " back.",
                            ""));
                    return placed;
                });
    }

    private Optional<Refusal> notMine(Actor actor, String certificateId) {
        Optional<CertificateRow> mine =
                certificates.find(certificateId).filter(certificate -> actor.belongsTo(certificate.owner()));
        return mine.isPresent() ? Optional.empty() : Optional.of(Refusal.notFound("Certificate " + certificateId));
    }

    private Optional<Refusal> wrong(OfferRequest request) {
        return Checks.first(
                Checks.requestId(request.requestId()),
                Checks.currency(request.currency()),
                range("quantityWh", request.quantityWh(), 0, Long.MAX_VALUE, "Offer 0 (all of it) or more Wh."),
                range(
                        "priceMinorPerMwh",
                        request.priceMinorPerMwh(),
                        1,
                        PRICE_MINOR_PER_MWH_MAX,
                        "Ask a price above 0, in minor units (cents) per MWh."),
                range("minLotWh", request.minLotWh(), 1, Long.MAX_VALUE, "The smallest lot is 1 Wh or more."),
                validity(request.validUntil()));
    }

    private static Optional<Refusal> range(String field, long value, long min, long max, String remedy) {
        return value >= min && value <= max
                ? Optional.empty()
                : Optional.of(Refusal.invalid(field, String.valueOf(value), remedy));
    }

    private Optional<Refusal> validity(Instant until) {
        Instant now = clock.instant();
        boolean good = until != null && until.isAfter(now) && until.isBefore(now.plus(VALIDITY_MAX));
        return good
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "validUntil", String.valueOf(until), "Choose a time from now to a year from now."));
    }

    private static OfferRequest scoped(Actor actor, OfferRequest request) {
        return new OfferRequest(
                Checks.scopedRequestId(actor, "offer", request.requestId()),
                request.certificateId(),
                request.quantityWh(),
                request.priceMinorPerMwh(),
                request.currency(),
                request.minLotWh(),
                request.validUntil());
    }
}
