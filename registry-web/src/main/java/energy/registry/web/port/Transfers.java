package energy.registry.web.port;

import energy.registry.web.model.Slice;
import energy.registry.web.model.TransferRow;
import energy.registry.web.model.Window;
import java.util.Optional;

/** Transfers between accounts, newest first. */
public interface Transfers {
    /** Of one account as sender or receiver, or of all when empty. */
    Slice<TransferRow> list(String accountId, Window window);

    Optional<TransferRow> find(String transferId);
}
