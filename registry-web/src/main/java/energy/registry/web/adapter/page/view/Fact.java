package energy.registry.web.adapter.page.view;

/** A name and its value. */
public record Fact(String label, String value) {}
