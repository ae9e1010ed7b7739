package energy.registry.web.model.office;

/** What is wrong with one field of a form; the text names the value and the remedy. */
public record Remark(String field, String text) {}
