package energy.registry.domain.device;

/** What a support scheme does to certificates of its time. Written as ordinal: append only. */
public enum SupportEffect {
    /** The scheme has paid for the attributes: nothing is issued. */
    BLOCK,
    /** Certificates are issued and say that the energy was supported. */
    FLAG
}
