package energy.registry.web.adapter.ledger;

import energy.registry.domain.rule.Rule;
import energy.registry.web.model.Refusal;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the contract refuses, said for a person: the rule's own sentence first, and for a freeze what it means and who can tell more. */
public final class LedgerWords {
    private static final Pattern FROZEN = Pattern.compile("(ACCOUNT|DEVICE) (\\S+) is frozen by (\\S+)");

    private LedgerWords() {}

    /** The same refusal in these words; one that names no rule of the ledger is left as it is. */
    public static Refusal explained(Refusal refusal) {
        return rule(refusal.rule())
                .map(rule -> new Refusal(
                        refusal.kind(),
                        refusal.rule(),
                        detail(rule, refusal.detail()),
                        refusal.field(),
                        refusal.value()))
                .orElse(refusal);
    }

    private static Optional<Rule> rule(String name) {
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.name().equals(name))
                .findFirst();
    }

    private static String detail(Rule rule, String said) {
        Matcher frozen = FROZEN.matcher(said);
        if (rule == Rule.SUBJECT_IS_NOT_FROZEN && frozen.matches()) {
            return (frozen.group(1).equals("DEVICE") ? "Device " : "Account ") + frozen.group(2) + " is frozen ("
                    + frozen.group(3)
                    + "). Until the freeze ends or is lifted, nothing of it can be issued, sold, bought,"
                    + " sent or retired. Ask the issuing body, which knows the case.";
        }
        if (said.contains(rule.sentence())) {
            return said;
        }
        return said.isBlank() ? rule.sentence() : rule.sentence() + " (" + said + ")";
    }
}
