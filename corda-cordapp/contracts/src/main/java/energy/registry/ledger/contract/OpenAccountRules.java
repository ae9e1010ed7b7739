package energy.registry.ledger.contract;

import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.AccountState;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** An account is opened complete, with the consent of its key, its host and the issuing body. */
final class OpenAccountRules {
    private static final Set<String> ROLES =
            Collections.unmodifiableSet(new HashSet<>(Arrays.asList("generator", "buyer")));

    /** Ids go into certificates, URLs and tokens. */
    private static final String ID_FORM = "[a-z0-9][a-z0-9-]{0,62}";

    private final Facts facts;

    OpenAccountRules(Facts facts) {
        this.facts = facts;
    }

    Verdict check() {
        return Verdict.firstOf(
                () -> facts.shape(facts.hasOnly(0, 1, 0)
                        && facts.outputs(AccountState.class).size() == 1),
                () -> opened(facts.outputs(AccountState.class).get(0)));
    }

    private Verdict opened(AccountState account) {
        return Verdict.firstOf(
                () -> isComplete(account),
                () -> facts.signedBy(account.getKey(), "the account's key"),
                () -> facts.signedBy(account.getHost().getOwningKey(), "the host"),
                () -> facts.signedBy(account.getIssuingBody().getOwningKey(), "the issuing body"));
    }

    /** Also what a flow asks before it builds a transaction. */
    static Verdict isComplete(AccountState account) {
        return Verdict.firstOf(
                () -> Rule.ACCOUNT_IS_COMPLETE.holds(
                        account.getAccountId().matches(ID_FORM), "id '" + account.getAccountId() + "'"),
                () -> Rule.ACCOUNT_IS_COMPLETE.holds(
                        !account.getName().trim().isEmpty(), "name '" + account.getName() + "'"),
                () -> Rule.ACCOUNT_IS_COMPLETE.holds(
                        account.getCountry().matches("[A-Z]{2}"), "country '" + account.getCountry() + "'"),
                () -> Rule.ACCOUNT_IS_COMPLETE.holds(
                        !account.getRoles().isEmpty() && ROLES.containsAll(account.getRoles()),
                        "roles " + account.getRoles()));
    }
}
