package energy.registry.web.port.office;

import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.CaseKind;
import energy.registry.web.model.office.CaseStatus;
import java.util.Optional;
import java.util.Set;

/** The cases. A change counts only when nobody changed the case since it was read. */
public interface CaseFiles {
    /** False when a case of this kind and id is there already; nothing is changed then. */
    boolean open(CaseFile file);

    Optional<CaseFile> find(CaseKind kind, String id);

    /** Stores the changed case under the next version; false when somebody else was quicker. */
    boolean save(CaseFile file);

    /** Newest first; of one organisation, or of all when it is empty. */
    Slice<CaseFile> list(CaseKind kind, String organisation, Set<CaseStatus> statuses, Window window);

    long count(CaseKind kind, String organisation, Set<CaseStatus> statuses);
}
