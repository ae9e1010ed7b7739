package energy.registry.ingest.statement;

/**
 * What a soft rule noticed about an accepted statement. The raw value is kept as it is.
 *
 * @param rule the rule's id
 * @param version the rule's version
 * @param observed the value seen, with its unit
 * @param limit the value allowed, with its unit
 * @param text one sentence for people
 */
public record Finding(String rule, int version, String observed, String limit, String text) {}
