package energy.registry.web.model.office;

/** A registered device that shares something with an application. {@code shares} names what. */
public record Neighbour(String deviceId, String name, String owner, String shares, boolean strong) {}
