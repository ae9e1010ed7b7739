package energy.registry.web.adapter.persistence;

import energy.registry.web.model.LedgerEvent;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What issuing, splitting, offering, selling and retiring do to bundles. Within one transaction the order of its events does not matter. */
final class CertificateEvents {
    private static final DateTimeFormatter ID_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm'Z'").withZone(ZoneOffset.UTC);

    void changed(EntityManager entities, LedgerEvent event, Facts facts) {
        String id = facts.text("certificateId");
        CertificateEntity bundle = entities.find(CertificateEntity.class, id);
        boolean known = bundle != null;
        if (!known) {
            bundle = new CertificateEntity();
            bundle.certificateId = id;
        }
        describe(bundle, event, facts);
        prove(bundle, facts);
        offer(bundle, facts);
        descend(bundle, facts.texts("previous"), known);
        if (!known) {
            entities.persist(bundle);
        }
    }

    void consumed(EntityManager entities, LedgerEvent event, Facts facts) {
        CertificateEntity bundle = entities.find(CertificateEntity.class, facts.text("certificateId"));
        boolean createdAgain = bundle == null || bundle.txId.equals(event.txId());
        if (!createdAgain) {
            bundle.status = CertificateEntity.SUPERSEDED;
            bundle.withdrawOffer();
            bundle.txId = event.txId();
            bundle.changedAt = event.at();
        }
    }

    void retired(EntityManager entities, LedgerEvent event, Facts facts) {
        RetirementEntity retirement = RetirementEvents.retirement(event, facts);
        for (Facts line : facts.parts("lines")) {
            CertificateEntity bundle = retiredBundle(entities, event, line, facts.text("owner"));
            retirement.lines.add(LinePart.of(bundle, intervals(line)));
        }
        entities.persist(retirement);
    }

    /** A bundle, or the piece of one, that left circulation for good in another way than by retirement. */
    void ended(EntityManager entities, LedgerEvent event, Facts facts, String status) {
        String id = facts.text("certificateId");
        CertificateEntity bundle = entities.find(CertificateEntity.class, id);
        boolean known = bundle != null;
        if (!known) {
            CertificateEntity origin = origin(entities, facts);
            bundle = cutFrom(origin, id, facts);
            span(bundle, clipped(origin.intervals, bundle.serialFrom, bundle.serialTo));
        }
        bundle.status = status;
        bundle.owner = facts.textOr("owner", bundle.owner);
        bundle.withdrawOffer();
        bundle.txId = event.txId();
        bundle.changedAt = event.at();
        if (!known) {
            entities.persist(bundle);
        }
    }

    private static List<IntervalPart> clipped(List<IntervalPart> intervals, long from, long to) {
        return intervals.stream()
                .filter(part -> part.serialTo() > from && part.serialFrom() < to)
                .map(part -> new IntervalPart(
                        part.start(), part.end(), Math.max(part.serialFrom(), from), Math.min(part.serialTo(), to)))
                .toList();
    }

    /** The id of exactly the Wh of the line: the ledger may name the bundle that the line was cut from. */
    static String lineId(Facts line) {
        String tail = ":" + line.number("serialFrom") + "-" + line.number("serialTo");
        String named = line.text("certificateId");
        if (named.endsWith(tail)) {
            return named;
        }
        Instant start = intervals(line).get(0).start();
        return line.text("deviceId") + ":" + ID_TIME.format(start) + tail;
    }

    private static CertificateEntity retiredBundle(
            EntityManager entities, LedgerEvent event, Facts line, String owner) {
        String id = lineId(line);
        CertificateEntity bundle = entities.find(CertificateEntity.class, id);
        boolean known = bundle != null;
        if (!known) {
            bundle = cutFrom(origin(entities, line), id, line);
            span(bundle, intervals(line));
        }
        bundle.status = CertificateEntity.RETIRED;
        bundle.owner = owner;
        bundle.withdrawOffer();
        bundle.txId = event.txId();
        bundle.changedAt = event.at();
        if (!known) {
            entities.persist(bundle);
        }
        return bundle;
    }

    /** The smallest bundle known that the line's Wh were part of; it carries the proofs that the cut inherits. */
    private static CertificateEntity origin(EntityManager entities, Facts line) {
        List<CertificateEntity> around = entities.createQuery(
                        "select c from CertificateEntity c where c.deviceId = :device and c.serialFrom <= :from"
                                + " and c.serialTo >= :to order by c.serialTo - c.serialFrom",
                        CertificateEntity.class)
                .setParameter("device", line.text("deviceId"))
                .setParameter("from", line.number("serialFrom"))
                .setParameter("to", line.number("serialTo"))
                .setMaxResults(1)
                .getResultList();
        if (around.isEmpty()) {
            throw new IllegalStateException("The feed ends Wh that it never issued: " + line.text("certificateId"));
        }
        return around.get(0);
    }

    private static CertificateEntity cutFrom(CertificateEntity origin, String id, Facts line) {
        CertificateEntity bundle = new CertificateEntity();
        bundle.certificateId = id;
        bundle.deviceId = origin.deviceId;
        bundle.issued = false;
        bundle.serialFrom = line.number("serialFrom");
        bundle.serialTo = line.number("serialTo");
        bundle.issuedAt = origin.issuedAt;
        bundle.expiresAt = origin.expiresAt;
        bundle.claimId = origin.claimId;
        bundle.statementDigest = origin.statementDigest;
        bundle.evidenceRoot = origin.evidenceRoot;
        bundle.marks = origin.marks;
        bundle.finding = origin.finding;
        bundle.parents.add(origin.certificateId);
        return bundle;
    }

    private static void describe(CertificateEntity bundle, LedgerEvent event, Facts facts) {
        bundle.deviceId = facts.text("deviceId");
        bundle.owner = facts.text("owner");
        bundle.status = facts.text("status");
        bundle.serialFrom = facts.number("serialFrom");
        bundle.serialTo = facts.number("serialTo");
        span(bundle, intervals(facts));
        bundle.issuedAt = facts.instant("issuedAt");
        bundle.expiresAt = facts.instantOrNull("expiresAt");
        bundle.txId = event.txId();
        bundle.changedAt = event.at();
    }

    private static void span(CertificateEntity bundle, List<IntervalPart> intervals) {
        bundle.start = intervals.get(0).start();
        bundle.startHour = (short) bundle.start.atZone(ZoneOffset.UTC).getHour();
        bundle.end = intervals.get(intervals.size() - 1).end();
        if (!bundle.intervals.equals(intervals)) {
            bundle.intervals.clear();
            bundle.intervals.addAll(intervals);
        }
    }

    private static List<IntervalPart> intervals(Facts facts) {
        List<IntervalPart> intervals = facts.parts("intervals").stream()
                .map(part -> new IntervalPart(
                        part.instant("start"), part.instant("end"), part.number("serialFrom"), part.number("serialTo")))
                .toList();
        if (intervals.isEmpty()) {
            throw new IllegalStateException("The feed's bundle has no intervals");
        }
        return intervals;
    }

    private static void prove(CertificateEntity bundle, Facts facts) {
        bundle.claimId = facts.textOr("claimId", "");
        bundle.statementDigest = facts.textOr("statementDigest", "");
        bundle.evidenceRoot = facts.textOr("evidenceRoot", "");
        bundle.marks = Words.join(facts.texts("marks"));
        bundle.finding = facts.textOr("finding", "");
    }

    private static void offer(CertificateEntity bundle, Facts facts) {
        bundle.withdrawOffer();
        if (facts.has("offer")) {
            Facts offer = facts.part("offer");
            bundle.offerPriceMinor = offer.number("priceMinorPerMwh");
            bundle.offerCurrency = offer.text("currency");
            bundle.offerMinLotWh = offer.numberOr("minLotWh", 1);
            bundle.offerValidUntil = offer.instant("validUntil");
        }
    }

    private static void descend(CertificateEntity bundle, List<String> previous, boolean known) {
        if (!known) {
            bundle.issued = previous.isEmpty();
        }
        previous.stream().filter(parent -> !parent.equals(bundle.certificateId)).forEach(bundle.parents::add);
    }
}
