package energy.registry.ingest.application;

import energy.registry.ingest.claim.Judgement;
import energy.registry.ingest.claim.Judgement.Next;
import energy.registry.ingest.claim.Reason;
import energy.registry.ingest.plausibility.RuleBook;
import energy.registry.ingest.plausibility.RuleDefinition;
import energy.registry.ingest.statement.Finding;
import energy.registry.ingest.statement.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the rules of physics have against an interval, as reasons to hold it. */
final class Objections {
    /** A rule's parameter that says: a reading is not used, but the register's energy may be released by a person. */
    private static final String OF_READING_ONLY = "of_reading_only";

    private Objections() {}

    /** @param looked whether a person has looked: what is only suspect goes on then, what cannot be does not */
    static Judgement raise(Judgement evidence, List<Finding> findings, RuleBook rules, boolean looked) {
        List<Reason> reasons = new ArrayList<>();
        for (Finding finding : findings) {
            Optional<RuleDefinition> rule = rules.newest(finding.rule());
            boolean suspect = finding.outcome() == Outcome.HOLD
                    || rule.isPresent() && rule.get().parameters().containsKey(OF_READING_ONLY);
            if (!suspect || !looked) {
                reasons.add(new Reason(
                        finding.rule(),
                        text(finding),
                        rule.map(RuleDefinition::remedy).orElse("")));
            }
        }
        if (reasons.isEmpty()) {
            return evidence;
        }
        return evidence.against(evidence.next() == Next.WAIT ? Next.WAIT : Next.HOLD, reasons);
    }

    private static String text(Finding finding) {
        return finding.text() + " Seen " + finding.observed() + ", limit " + finding.limit() + ", " + finding.from()
                + " to " + finding.to() + " (rule version " + finding.version() + ").";
    }
}
