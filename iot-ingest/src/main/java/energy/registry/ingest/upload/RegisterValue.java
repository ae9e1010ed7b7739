package energy.registry.ingest.upload;

/**
 * An export register read at a moment.
 *
 * @param line where it stands in the file
 * @param epochSecond UTC
 * @param registerWh whole watt-hours, rounded down
 */
public record RegisterValue(int line, long epochSecond, long registerWh) {}
