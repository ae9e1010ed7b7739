package energy.registry.migration;

import java.util.Locale;

/** The schemas that this module migrates; each has its own folder of scripts and its own history table. */
enum Schema {
    INGEST,
    WEB;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Folder of the scripts on the class path. */
    String scripts() {
        return "db/" + id();
    }
}
