package energy.registry.ingest.register;

/**
 * Follows one counter. A value that physics does not allow never becomes the base of the next difference: a transient 0
 * would book a lifetime's energy as one interval. The energy of an interval is the difference of {@link #totalWh} at its
 * ends, so that nothing is rounded twice and a remainder stays in the counter.
 */
public final class CounterTrack {
    private final CounterTerms terms;
    private boolean begun;
    private long goodAt;
    private long goodWh;
    private long totalWh;
    private int suspects;
    private long suspectFirstWh;
    private long suspectFirstAt;
    private long suspectAt;
    private long suspectWh;

    public CounterTrack(CounterTerms terms) {
        this.terms = terms;
    }

    /** Energy since the first value that is certain; it never falls. */
    public long totalWh() {
        return totalWh;
    }

    /** What the counter showed when it was last certain. */
    public long goodWh() {
        return goodWh;
    }

    /** @param epochSecond the counter's own clock */
    public CounterStep take(long epochSecond, long shownWh) {
        if (!begun) {
            begun = true;
            base(epochSecond, shownWh);
            return new CounterStep.Begins();
        }
        long latest = suspects > 0 ? suspectAt : goodAt;
        if (epochSecond <= latest) {
            long known = suspects > 0 ? suspectWh : goodWh;
            return epochSecond == latest && shownWh == known
                    ? new CounterStep.Repeated()
                    : new CounterStep.Disordered();
        }
        long most = terms.mostWh(epochSecond - goodAt);
        long gained = shownWh - goodWh;
        if (gained >= 0 && gained <= most) {
            return onward(epochSecond, shownWh, gained, false);
        }
        long around = terms.modulusWh() - goodWh + shownWh;
        if (terms.modulusWh() > 0 && gained < 0 && around <= most) {
            return onward(epochSecond, shownWh, around, true);
        }
        return suspect(epochSecond, shownWh, gained, most);
    }

    /** An exchange that was recorded: the old counter's last value, the new one's first. */
    public CounterStep exchange(long epochSecond, long closingWh, long openingWh) {
        long gained = closingWh - goodWh;
        if (!begun || epochSecond < goodAt || gained < 0 || gained > terms.mostWh(epochSecond - goodAt)) {
            return new CounterStep.Disordered();
        }
        totalWh += gained;
        base(epochSecond, openingWh);
        return new CounterStep.Continues(gained);
    }

    private CounterStep onward(long epochSecond, long shownWh, long gained, boolean rolledOver) {
        int strays = suspects;
        totalWh += gained;
        base(epochSecond, shownWh);
        if (rolledOver) {
            return new CounterStep.Rollover(gained);
        }
        return strays > 0 ? new CounterStep.Recovered(gained, strays) : new CounterStep.Continues(gained);
    }

    private CounterStep suspect(long epochSecond, long shownWh, long gained, long most) {
        long since = shownWh - suspectWh;
        boolean agrees = suspects > 0 && since >= 0 && since <= terms.mostWh(epochSecond - suspectAt);
        suspectFirstWh = agrees ? suspectFirstWh : shownWh;
        suspectFirstAt = agrees ? suspectFirstAt : epochSecond;
        suspects = agrees ? suspects + 1 : 1;
        suspectAt = epochSecond;
        suspectWh = shownWh;
        if (suspects < terms.confirmations() || epochSecond - suspectFirstAt < terms.confirmSeconds()) {
            return new CounterStep.Suspect(
                    gained < 0
                            ? "it fell by " + -gained + " Wh"
                            : "it rose by " + gained + " Wh where at most " + most + " Wh can have flowed");
        }
        long lastGood = goodWh;
        long energy = shownWh - suspectFirstWh;
        totalWh += energy;
        base(epochSecond, shownWh);
        return new CounterStep.Reset(energy, lastGood);
    }

    private void base(long epochSecond, long shownWh) {
        goodAt = epochSecond;
        goodWh = shownWh;
        suspects = 0;
    }
}
