package energy.registry.web.application;

import energy.registry.web.model.Actor;
import energy.registry.web.model.BulkBatch;
import energy.registry.web.model.BulkPiece;
import energy.registry.web.model.BulkRetirement;
import energy.registry.web.model.CertificateFilter;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.ConsumptionHour;
import energy.registry.web.model.ConsumptionRead;
import energy.registry.web.model.LotItem;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.RetirementDone;
import energy.registry.web.model.RetirementRequest;
import energy.registry.web.model.Role;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.port.BulkRetirements;
import energy.registry.web.port.Certificates;
import energy.registry.web.port.RequestIds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An owner retires against a whole consumption file: matched by the hour, looked at as a draft, confirmed once, carried out retirement
 * by retirement. Each of them is fixed before it is sent and carries a request id of its own, so that whatever was interrupted is
 * carried on and nothing is retired twice.
 */
public final class RetireInBulk {
    /** Longest file in characters: the body of a form. */
    public static final int TEXT_LENGTH_MAX = 1_000_000;

    /** Bundles that one consumption is matched with: a year of quarter hours of a plant. */
    private static final int HOLDINGS_MAX = 40_000;

    /** Retirements carried out in one call: what a person waits for. */
    private static final int BATCHES_AT_ONCE = 3;

    private static final int LATEST = 20;

    private final BulkRetirements bulks;
    private final Certificates certificates;
    private final RetireCertificates retirements;
    private final RequestIds ids;
    private final Clock clock;

    public RetireInBulk(
            BulkRetirements bulks,
            Certificates certificates,
            RetireCertificates retirements,
            RequestIds ids,
            Clock clock) {
        this.bulks = bulks;
        this.certificates = certificates;
        this.retirements = retirements;
        this.ids = ids;
        this.clock = clock;
    }

    /** What the file says, without matching anything: its hours, or its errors by line. */
    public ConsumptionRead read(Actor actor, String text, String zone) {
        Permission.requireOneOf(actor, Role.BUYER, Role.GENERATOR);
        return ConsumptionFile.read(text == null ? "" : text, zone == null ? "" : zone.strip());
    }

    /** Matches and keeps the result as a draft. */
    public Outcome<BulkRetirement> draft(Actor actor, String text, String zone) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.BUYER, Role.GENERATOR)
                .or(() -> text != null && text.length() <= TEXT_LENGTH_MAX
                        ? Optional.empty()
                        : Optional.of(Refusal.invalid(
                                "csv", "", "Send at most " + TEXT_LENGTH_MAX + " characters: split the file.")));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        ConsumptionRead read = read(actor, text, zone);
        if (!read.good()) {
            ConsumptionRead.LineError first = read.errors().get(0);
            return Outcome.refused(
                    Refusal.invalid("line " + first.line() + " " + first.column(), first.value(), first.remedy()));
        }
        HourlyMatch match = new HourlyMatch(read.hours(), holdings(actor, read.hours()));
        BulkRetirement bulk = new BulkRetirement(
                ids.fresh(),
                actor.organisation(),
                actor.user(),
                clock.instant(),
                "DRAFT",
                match.hours(),
                match.scores(),
                null,
                match.batches());
        bulks.save(bulk);
        return Outcome.done(bulk);
    }

    /** Live and free holdings produced in the hours that were consumed in, and the year around them for the scores. */
    private List<CertificateRow> holdings(Actor actor, List<ConsumptionHour> hours) {
        Instant first = hours.get(0).start();
        Instant last = hours.get(hours.size() - 1).start().plus(Duration.ofHours(1));
        CertificateFilter filter = new CertificateFilter(
                actor.organisation(), "", "ACTIVE", "", "", first.minus(Duration.ofDays(1)), last);
        List<CertificateRow> held = new ArrayList<>();
        Window window = Window.first(Window.ROWS_MAX);
        Slice<CertificateRow> page = certificates.list(filter, window);
        held.addAll(page.items());
        while (page.hasNext() && held.size() < HOLDINGS_MAX) {
            page = certificates.list(filter, new Window(page.next(), Window.ROWS_MAX));
            held.addAll(page.items());
        }
        return held;
    }

    public Optional<BulkRetirement> find(Actor actor, String bulkId) {
        Permission.requireOneOf(actor, Role.BUYER, Role.GENERATOR);
        return bulks.find(actor.organisation(), bulkId);
    }

    public List<BulkRetirement> latest(Actor actor) {
        Permission.requireOneOf(actor, Role.BUYER, Role.GENERATOR);
        return bulks.latest(actor.organisation(), LATEST);
    }

    /** Confirms a draft; from here on it is carried out. Confirming again changes nothing. */
    public Outcome<BulkRetirement> confirm(Actor actor, String bulkId, RetirementRequest claim) {
        Optional<Refusal> refusal =
                Permission.missing(actor, Role.BUYER, Role.GENERATOR).or(() -> RetireCertificates.wrongClaim(claim));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Optional<BulkRetirement> bulk = bulks.find(actor.organisation(), bulkId);
        if (bulk.isEmpty()) {
            return Outcome.refused(Refusal.notFound("Bulk retirement " + bulkId));
        }
        if (bulk.get().batches().isEmpty()) {
            return Outcome.refused(Refusal.conflict(
                    "HOLDINGS_MATCH_CONSUMPTION", "You hold no certificate of these hours and zones. Buy some first."));
        }
        Optional<Refusal> large = retirements.beforeBulk(actor, bulk.get().matchedWh());
        if (large.isPresent()) {
            return Outcome.refused(large.get());
        }
        bulks.confirm(bulkId, claim);
        return Outcome.done(bulks.find(actor.organisation(), bulkId).orElseThrow());
    }

    /** Carries the next few retirements out; the answer tells how far it has come. Stops at what cannot be reached just now. */
    public Outcome<BulkRetirement> carryOn(Actor actor, String bulkId) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.BUYER, Role.GENERATOR);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Optional<BulkRetirement> found =
                bulks.find(actor.organisation(), bulkId).filter(bulk -> !bulk.draft());
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.notFound("Confirmed bulk retirement " + bulkId));
        }
        List<BulkBatch> open = found.get().batches().stream()
                .filter(batch -> !batch.over())
                .limit(BATCHES_AT_ONCE)
                .toList();
        for (BulkBatch batch : open) {
            Optional<Refusal> stopped = send(actor, found.get(), batch);
            if (stopped.isPresent()) {
                return Outcome.refused(stopped.get());
            }
        }
        return Outcome.done(bulks.find(actor.organisation(), bulkId).orElseThrow());
    }

    /** Empty when the batch came to an end, good or bad. */
    private Optional<Refusal> send(Actor actor, BulkRetirement bulk, BulkBatch batch) {
        List<LotItem> items = batch.sent().isEmpty()
                ? bulks.fix(bulk.bulkId(), batch.position(), resolved(actor, batch.pieces()))
                : batch.sent();
        if (items.isEmpty()) {
            bulks.finish(bulk.bulkId(), ended(batch, items, "REFUSED", "", "You no longer hold these certificates."));
            return Optional.empty();
        }
        RetirementRequest claim = bulk.claim();
        Outcome<RetirementDone> outcome = retirements.retire(
                actor,
                new RetirementRequest(
                        bulk.bulkId() + ":" + batch.position(),
                        items,
                        claim.beneficiary(),
                        claim.purpose(),
                        claim.mainReason(),
                        claim.periodStart(),
                        claim.periodEnd(),
                        claim.onBehalfOf(),
                        claim.note()));
        Optional<Refusal> why = outcome.whyNot();
        if (why.isPresent() && why.get().kind() == Refusal.Kind.UNAVAILABLE) {
            return why;
        }
        bulks.finish(
                bulk.bulkId(),
                outcome.result()
                        .map(done -> ended(batch, items, "DONE", done.statementNo(), ""))
                        .orElseGet(() -> ended(
                                batch, items, "REFUSED", "", why.orElseThrow().detail())));
        return Optional.empty();
    }

    private static BulkBatch ended(
            BulkBatch batch, List<LotItem> items, String status, String statementNo, String why) {
        return new BulkBatch(batch.position(), batch.pieces(), items, status, statementNo, why);
    }

    /** The bundles in which the pieces stand now; none when one of them is no longer held, so that a batch is all or nothing. */
    private List<LotItem> resolved(Actor actor, List<BulkPiece> pieces) {
        List<LotItem> items = new ArrayList<>();
        for (BulkPiece piece : pieces) {
            Optional<CertificateRow> holding = certificates.holding(actor.organisation(), piece);
            if (holding.isEmpty()) {
                return List.of();
            }
            items.add(new LotItem(holding.get().certificateId(), piece.quantityWh(), piece.serialFrom()));
        }
        return items;
    }
}
