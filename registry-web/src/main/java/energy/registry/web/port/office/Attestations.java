package energy.registry.web.port.office;

import energy.registry.web.model.office.AttestationRow;
import java.util.List;

/** When devices' data have to be attested again. */
public interface Attestations {
    /** The next ones due; of one owner, or of all when it is empty. Retired devices have none. */
    List<AttestationRow> due(String owner, int rows);
}
