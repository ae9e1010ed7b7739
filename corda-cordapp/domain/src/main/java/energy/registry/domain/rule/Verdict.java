package energy.registry.domain.rule;

import java.util.Objects;
import java.util.function.Supplier;

/** What a check answers: valid, or the one rule that is broken and by what. A refusal is a value, not an exception. */
public final class Verdict {
    public static final Verdict VALID = new Verdict(null, "");

    /** How a refusal starts wherever it is text, so that machines can read the rule's name. */
    public static final String PREFIX = "RULE:";

    private final Rule broken;
    private final String detail;

    private Verdict(Rule broken, String detail) {
        this.broken = broken;
        this.detail = detail;
    }

    static Verdict broken(Rule rule, String detail) {
        return new Verdict(Objects.requireNonNull(rule), detail);
    }

    /** The first broken rule in the order given; later checks are not evaluated. */
    @SafeVarargs
    public static Verdict firstOf(Supplier<Verdict>... checks) {
        for (Supplier<Verdict> check : checks) {
            Verdict verdict = check.get();
            if (!verdict.isValid()) {
                return verdict;
            }
        }
        return VALID;
    }

    public boolean isValid() {
        return broken == null;
    }

    /** The broken rule; only a refusal has one. */
    public Rule rule() {
        if (broken == null) {
            throw new IllegalStateException("a valid verdict breaks no rule");
        }
        return broken;
    }

    public String detail() {
        return detail;
    }

    /** {@code RULE:<NAME> <sentence> <detail>}, or {@code VALID}. */
    @Override
    public String toString() {
        return broken == null ? "VALID" : PREFIX + broken.name() + " " + broken.sentence() + " " + detail;
    }
}
