package energy.registry.ingest.agent;

/** Where the agent finds a meter's register. */
public sealed interface AgentSource {
    String meterId();

    /**
     * A metric that a Sparkplug node tells.
     *
     * @param device empty where the node tells it itself
     * @param powerOfTen of the metric's unit in watt-hours: 0 for Wh, 3 for kWh, 6 for MWh
     * @param rollsAtWh where its counter begins at 0 again; 0 where it is wide enough for the device's life
     */
    record Sparkplug(
            String meterId, String group, String node, String device, String metric, int powerOfTen, long rollsAtWh)
            implements AgentSource {}

    /**
     * A device that speaks SunSpec over Modbus TCP.
     *
     * @param model the SunSpec model that holds the register, or 0 for the first that does
     * @param everySeconds between two readings
     */
    record Modbus(String meterId, String host, int port, int unit, int model, int everySeconds)
            implements AgentSource {}

    /** None any more. */
    record None(String meterId) implements AgentSource {}
}
