package energy.registry.web.model;

/**
 * Carbon-free energy scores in per mille: the sum over windows and zones of the smaller of consumption and certificates, over the whole
 * consumption. Capped in every window, so that a surplus in one never hides a gap in another.
 */
public record CfeScores(int hour, int day, int month, int year) {}
