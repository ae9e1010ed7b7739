package energy.registry.web.model;

/** A reason code and what it means in words. */
public record Reason(String code, String text) {}
