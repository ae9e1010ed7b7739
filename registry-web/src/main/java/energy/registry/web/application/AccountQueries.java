package energy.registry.web.application;

import energy.registry.web.model.AccountRow;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Balance;
import energy.registry.web.model.Movement;
import energy.registry.web.model.Role;
import energy.registry.web.model.Slice;
import energy.registry.web.model.TradeRow;
import energy.registry.web.model.Window;
import energy.registry.web.port.Accounts;
import java.util.List;
import java.util.Optional;

/** Accounts, money and trades: one's own, or all for overseers. */
public final class AccountQueries {
    private final Accounts accounts;

    public AccountQueries(Accounts accounts) {
        this.accounts = accounts;
    }

    public Slice<AccountRow> list(Actor actor, Window window) {
        Permission.requireOneOf(actor, Role.REGULATOR, Role.ISSUING_BODY);
        return accounts.list(window);
    }

    public Optional<AccountRow> find(Actor actor, String accountId) {
        Permission.requireSignedIn(actor);
        return accounts.find(accountId).filter(account -> actor.maySee(account.accountId()));
    }

    /** The account of the actor's organisation, when it has one. */
    public Optional<AccountRow> mine(Actor actor) {
        return find(actor, actor.organisation());
    }

    /** Empty for an account that is not the actor's to see. */
    public List<Balance> balances(Actor actor, String accountId) {
        Permission.requireSignedIn(actor);
        return actor.maySee(accountId) ? accounts.balances(accountId) : List.of();
    }

    public Slice<TradeRow> trades(Actor actor, Window window) {
        Permission.requireSignedIn(actor);
        if (actor.seesEverything()) {
            return accounts.trades("", window);
        }
        return actor.organisation().isEmpty() ? Slice.empty() : accounts.trades(actor.organisation(), window);
    }

    /** Every change of the actor's organisation's money, newest first. */
    public Slice<Movement> movements(Actor actor, Window window) {
        Permission.requireSignedIn(actor);
        return actor.organisation().isEmpty() ? Slice.empty() : accounts.movements(actor.organisation(), window);
    }
}
