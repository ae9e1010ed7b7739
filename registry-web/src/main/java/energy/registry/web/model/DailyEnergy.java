package energy.registry.web.model;

import java.time.LocalDate;

/** Certified energy of one UTC day. */
public record DailyEnergy(LocalDate day, long issuedWh, long retiredWh) {}
