package energy.registry.ingest.claim;

/**
 * One reason, for a program by its code and for people by its text.
 *
 * @param text what was seen, with the numbers
 * @param remedy what would put it right
 */
public record Reason(String code, String text, String remedy) {}
