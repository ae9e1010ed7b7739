package energy.registry.web.model.office;

/** One answer of a question with fixed answers. */
public record Choice(String value, String label) {}
