package energy.registry.ingest.upload;

import java.util.Locale;
import java.util.Optional;

/** The formats that the file door takes. */
public enum FileFormat {
    /** Envelopes of signed statements, one JSON object after another. */
    STATEMENT,
    /** This registry's own table. */
    CSV,
    MRETS,
    ENERGYTAG,
    GREENBUTTON,
    OCMF;

    /** Empty for {@code auto} and nothing. */
    public static Optional<FileFormat> named(String name) {
        if (name == null || name.equals("auto")) {
            return Optional.empty();
        }
        for (FileFormat format : values()) {
            if (format.label().equals(name)) {
                return Optional.of(format);
            }
        }
        throw new IllegalArgumentException(
                "format: '" + name + "' is not known; use auto, statement, csv, mrets, energytag, greenbutton or ocmf");
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
