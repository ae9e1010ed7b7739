package energy.registry.web.model;

import java.util.List;

/** A consumption file as it was read: its hours in time order, or what is wrong with which line. */
public record ConsumptionRead(List<ConsumptionHour> hours, List<LineError> errors) {
    /** What is wrong: in which line and column, what stands there, and what to write. Line 1 is the header. */
    public record LineError(int line, String column, String value, String remedy) {}

    public boolean good() {
        return errors.isEmpty() && !hours.isEmpty();
    }
}
