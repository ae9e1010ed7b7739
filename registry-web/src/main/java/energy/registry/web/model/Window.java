package energy.registry.web.model;

/** Which page of a list is wanted: after a cursor (empty = from the start), so many rows. */
public record Window(String after, int limit) {
    /** Rows a page of the API holds at most: a reader of more pages through. */
    public static final int ROWS_MAX = 1_000;
    /** Rows of a page when nothing is said: what one screen shows. */
    public static final int ROWS_DEFAULT = 50;

    public Window {
        after = after == null ? "" : after;
        limit = Math.max(1, Math.min(limit, ROWS_MAX));
    }

    public static Window first(int limit) {
        return new Window("", limit);
    }

    public static Window of(String after) {
        return new Window(after, ROWS_DEFAULT);
    }
}
