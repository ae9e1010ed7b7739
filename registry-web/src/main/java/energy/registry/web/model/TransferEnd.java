package energy.registry.web.model;

import java.util.Locale;

/** How a pending transfer ends. */
public enum TransferEnd {
    ACCEPT,
    REJECT,
    RECALL;

    /** As the ledger's door names it. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }
}
