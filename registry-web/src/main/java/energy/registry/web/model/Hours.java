package energy.registry.web.model;

/** Hours of the UTC day, from inclusive to exclusive; runs over midnight when {@code from} is later than {@code until}. */
public record Hours(int from, int until) {
    private static final int DAY = 24;

    public static final Hours ANY = new Hours(0, DAY);

    public Hours {
        if (from < 0 || from >= DAY || until <= 0 || until > DAY || from == until) {
            from = 0;
            until = DAY;
        }
    }

    public boolean any() {
        return from == 0 && until == DAY;
    }

    public boolean overMidnight() {
        return from > until;
    }
}
