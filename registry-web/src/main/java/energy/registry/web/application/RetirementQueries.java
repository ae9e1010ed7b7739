package energy.registry.web.application;

import energy.registry.web.model.Actor;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.RetirementLine;
import energy.registry.web.model.RetirementRow;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.port.Retirements;
import energy.registry.web.port.StatementDocument;
import java.util.Optional;
import java.util.function.Function;

/** Retirements. Whoever holds a statement number may see that statement: the number is the key, and cannot be guessed. */
public final class RetirementQueries {
    private final Retirements retirements;
    private final StatementDocument document;
    private final ProvenanceBundles bundles;

    public RetirementQueries(Retirements retirements, StatementDocument document, ProvenanceBundles bundles) {
        this.retirements = retirements;
        this.document = document;
        this.bundles = bundles;
    }

    /** The actor's organisation's retirements; overseers see all. */
    public Slice<RetirementRow> list(Actor actor, Window window) {
        return ofOwnerSeen(actor, owner -> retirements.list(owner, window));
    }

    /** The same for a table that shows no line: a page of fifty statements has hundreds. */
    public Slice<RetirementRow> withoutLines(Actor actor, Window window) {
        return ofOwnerSeen(actor, owner -> retirements.withoutLines(owner, window));
    }

    private static Slice<RetirementRow> ofOwnerSeen(Actor actor, Function<String, Slice<RetirementRow>> ofOwner) {
        Permission.requireSignedIn(actor);
        if (actor.seesEverything()) {
            return ofOwner.apply("");
        }
        return actor.organisation().isEmpty() ? Slice.empty() : ofOwner.apply(actor.organisation());
    }

    /** The newest retirements of all, for the home page, without lines. */
    public Slice<RetirementRow> latest(int limit) {
        return retirements.withoutLines("", Window.first(limit));
    }

    public Optional<RetirementRow> find(String statementNo) {
        return retirements.find(statementNo);
    }

    public Optional<byte[]> pdf(String statementNo, String language) {
        return find(statementNo)
                .map(row -> document.pdf(row, bundle(statementNo, "").result().orElse(""), language));
    }

    /** The provenance bundle of one line of the statement (JSON); an empty certificate id means the first line. */
    public Outcome<String> bundle(String statementNo, String certificateId) {
        return find(statementNo)
                .flatMap(retirement -> lineOf(retirement, certificateId))
                .map(line -> bundles.ofRetired(line.certificateId(), line.claimId(), statementNo))
                .orElseGet(() -> Outcome.refused(Refusal.notFound("Statement " + statementNo)));
    }

    private static Optional<RetirementLine> lineOf(RetirementRow retirement, String certificateId) {
        return retirement.lines().stream()
                .filter(line -> certificateId == null
                        || certificateId.isEmpty()
                        || line.certificateId().equals(certificateId))
                .findFirst();
    }
}
