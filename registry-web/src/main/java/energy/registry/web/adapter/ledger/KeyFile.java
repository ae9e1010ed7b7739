package energy.registry.web.adapter.ledger;

import energy.registry.web.adapter.http.ServiceDoor;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.port.PublishedKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The published keys in the data folder. */
public final class KeyFile implements PublishedKeys {
    private final Path file;

    public KeyFile(Path file) {
        this.file = file;
    }

    @Override
    public Outcome<String> json() {
        try {
            return Outcome.done(ServiceDoor.parse(Files.readString(file)).toString());
        } catch (IOException absent) {
            return Outcome.refused(
                    Refusal.unavailable("KEYS_PUBLISHED", "The registry's keys have not been published yet."));
        }
    }
}
