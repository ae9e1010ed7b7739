package energy.registry.ingest.plausibility;

/** The rules that the engine knows how to apply. Limits, outcomes and versions are data: see {@link RuleDefinition}. */
public enum PhysicsRule {
    SENTINEL_VALUE,
    POWER_ABOVE_CAPACITY,
    PV_NIGHT,
    PV_CLEAR_SKY,
    ZERO_UNDER_SUN,
    CURVE_LEVEL,
    CEILING_RAISED,
    OUTPUT_DRIFT,
    ROTOR_ENVELOPE,
    WIND_ENVELOPE,
    STUCK_REGISTER,
    INTERPOLATED_POWER,
    STALE_POWER,
    ENERGY_OFF_POWER,
    METER_OFF_INVERTERS,
    POWER_RAMP,
    LONG_GAP
}
