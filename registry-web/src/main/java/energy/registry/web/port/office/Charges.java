package energy.registry.web.port.office;

import energy.registry.web.model.office.Charged;
import java.time.YearMonth;
import java.util.List;

/** What fees are reckoned from, as the ledger tells it. */
public interface Charges {
    /** Of one account, or of all that did something in this month (UTC) when it is empty; in order of their names. */
    List<Charged> of(YearMonth month, String account, int rows);
}
