package energy.registry.web.port;

import energy.registry.web.model.AccountRow;
import energy.registry.web.model.Balance;
import energy.registry.web.model.Movement;
import energy.registry.web.model.Slice;
import energy.registry.web.model.TradeRow;
import energy.registry.web.model.Window;
import java.util.List;
import java.util.Optional;

/** Accounts of organisations, their money and their trades. */
public interface Accounts {
    Slice<AccountRow> list(Window window);

    Optional<AccountRow> find(String accountId);

    List<Balance> balances(String accountId);

    /** Trades of one account as seller or buyer, or all when empty; newest first. */
    Slice<TradeRow> trades(String accountId, Window window);

    /** Every change of one account's money, newest first. */
    Slice<Movement> movements(String accountId, Window window);
}
