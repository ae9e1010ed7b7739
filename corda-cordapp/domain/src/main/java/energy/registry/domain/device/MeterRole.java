package energy.registry.domain.device;

/** What a meter beside the revenue meter is for; none of these issues. Written as ordinal: append only. */
public enum MeterRole {
    /** Measures the same energy again, to check the revenue meter. */
    CHECK,
    /** Measures what the station itself uses. */
    AUXILIARY,
    /** Measures a part of what the revenue meter measures. */
    CHILD,
    /** Measures a whole of which the revenue meter measures a part. */
    PARENT
}
