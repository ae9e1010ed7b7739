package energy.registry.ingest.port;

import energy.registry.domain.evidence.Reading;
import energy.registry.domain.evidence.SignedRecord;
import java.util.List;

/** Writes a signed statement with its readings as the message that {@link MessageReader} reads. */
@FunctionalInterface
public interface MessageWriter {
    byte[] write(SignedRecord signed, List<Reading> readings);
}
