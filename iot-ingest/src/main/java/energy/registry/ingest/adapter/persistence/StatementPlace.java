package energy.registry.ingest.adapter.persistence;

/** Where a page of a list ends: two numbers that order it. */
record StatementPlace(long startSecond, long statementId) {
    /** Far beyond any statement, within what the database can date. */
    static final StatementPlace NEWEST = new StatementPlace(253_402_300_799L, Long.MAX_VALUE);

    static final StatementPlace OLDEST = new StatementPlace(-1, -1);

    static StatementPlace after(String text, StatementPlace start) {
        if (text == null || text.isEmpty()) {
            return start;
        }
        int dash = text.indexOf('-', 1);
        try {
            return new StatementPlace(
                    Long.parseLong(text.substring(0, Math.max(0, dash))), Long.parseLong(text.substring(dash + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("after: '" + text + "' is no place; use the value of next");
        }
    }

    @Override
    public String toString() {
        return startSecond + "-" + statementId;
    }
}
