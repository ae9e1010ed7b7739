package energy.registry.ops.supervise;

/** A port that a process is going to listen on, and what for. */
public record PortUse(int port, String purpose) {}
