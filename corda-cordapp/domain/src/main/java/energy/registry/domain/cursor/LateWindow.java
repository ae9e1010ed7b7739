package energy.registry.domain.cursor;

import energy.registry.domain.energy.ProductionPeriod;

/** How long after the energy its certificates may be issued. */
public enum LateWindow {
    /** The general rule. */
    CLOSED,
    /** The regulator has consented to this issue. */
    OPENED_BY_REGULATOR;

    /** Two months and a day at their longest: readings are final by then in the grids' settlement calendars. */
    public static final long SECONDS_MAX = 62 * 86_400L;

    boolean admits(ProductionPeriod period, long issuedEpochSecond) {
        return this == OPENED_BY_REGULATOR || issuedEpochSecond - period.endEpochSecond() <= SECONDS_MAX;
    }
}
