package energy.registry.web.model;

/** For whom energy is claimed. */
public record Beneficiary(String name, String id, String country, String location) {}
