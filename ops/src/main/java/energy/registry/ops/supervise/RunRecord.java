package energy.registry.ops.supervise;

import java.util.Locale;

/**
 * What is written down about a started process, so that a later command can watch and stop it.
 *
 * @param wave how late it was started; the highest is stopped first
 * @param stopSignal the signal that asks it to end
 */
public record RunRecord(
        String name, long pid, long startTicks, String bootId, String url, int wave, StopSignal stopSignal) {

    /** PostgreSQL waits for its clients on TERM and ends in good order on INT. */
    public enum StopSignal {
        TERM,
        INT;

        String option() {
            return "-" + name().toUpperCase(Locale.ROOT);
        }
    }

    static RunRecord of(Part part, ProcessIdentity identity, int wave) {
        return new RunRecord(
                part.name(),
                identity.pid(),
                identity.startTicks(),
                identity.bootId(),
                part.url(),
                wave,
                part.stopSignal());
    }

    public boolean alive() {
        return new ProcessIdentity(pid, startTicks, bootId).alive();
    }
}
