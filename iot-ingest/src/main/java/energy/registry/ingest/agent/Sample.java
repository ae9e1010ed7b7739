package energy.registry.ingest.agent;

/**
 * A register as the agent saw it.
 *
 * @param epochSecond the source's clock, UTC
 * @param registerWh export register, without rollover
 * @param powerW at that moment; 0 where the source tells none
 */
public record Sample(long epochSecond, long registerWh, long powerW) {}
