package energy.registry.web.model.office;

import java.time.Duration;
import java.time.Instant;

/** A device and when its owner has to say again that its record is true. */
public record AttestationRow(String deviceId, String name, String owner, String ownerName, String status, Instant due) {
    /** From here on it is shown as due: a month is time enough to look at a record. */
    private static final Duration SOON = Duration.ofDays(30);

    public boolean overdue(Instant now) {
        return due.isBefore(now);
    }

    public boolean soon(Instant now) {
        return !overdue(now) && due.isBefore(now.plus(SOON));
    }
}
