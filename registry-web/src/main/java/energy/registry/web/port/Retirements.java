package energy.registry.web.port;

import energy.registry.web.model.ReportAsk;
import energy.registry.web.model.RetirementRow;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import java.util.List;
import java.util.Optional;

/** Retirements, newest first. */
public interface Retirements {
    /** Of one account, or of all when {@code owner} is empty. */
    Slice<RetirementRow> list(String owner, Window window);

    /** As {@link #list}, but without lines, and so without what only they say: the devices, the hours, the marks. */
    Slice<RetirementRow> withoutLines(String owner, Window window);

    /** Those of one account that a report takes, so many at most; none that was reversed. */
    List<RetirementRow> of(String owner, ReportAsk ask, int most);

    Optional<RetirementRow> find(String statementNo);

    /** Statement numbers of the retirements that took this bundle. */
    List<String> statementsOf(String certificateId);
}
