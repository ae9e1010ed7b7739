package energy.registry.web.port;

import energy.registry.web.model.AttributesSold;
import energy.registry.web.model.AuditFigures;
import energy.registry.web.model.DailyEnergy;
import energy.registry.web.model.Totals;
import java.util.List;
import java.util.Map;

/** Sums over the read model. */
public interface Figures {
    /** Of one account, or of the whole registry when empty. */
    Totals totals(String accountId);

    AuditFigures audit();

    /** By device, for those of the devices that were issued anything. */
    Map<String, AttributesSold> attributes(List<String> deviceIds);

    /** Energy per UTC day of production, oldest first, the last {@code days} that have any. */
    List<DailyEnergy> daily(String accountId, int days);
}
