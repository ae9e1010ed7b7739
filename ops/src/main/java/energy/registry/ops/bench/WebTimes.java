package energy.registry.ops.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the people who walk saw: how long each page and each login took, and what failed. What begins before the warm-up ends is kept apart. */
final class WebTimes {
    /** Failures kept word for word. */
    private static final int FAILURES_KEPT = 20;

    private final long countedFromNanos;
    private final Map<String, List<Long>> pages = new TreeMap<>();
    private final List<Long> logins = new ArrayList<>();
    private final List<Long> earlyLogins = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private int failed;

    WebTimes(long countedFromNanos) {
        this.countedFromNanos = countedFromNanos;
    }

    synchronized void page(String name, long startNanos, long nanos) {
        if (startNanos >= countedFromNanos) {
            pages.computeIfAbsent(name, any -> new ArrayList<>()).add(nanos);
        }
    }

    synchronized void login(long startNanos, long nanos) {
        (startNanos >= countedFromNanos ? logins : earlyLogins).add(nanos);
    }

    synchronized void failed(String what) {
        failed++;
        if (failures.size() < FAILURES_KEPT) {
            failures.add(what);
        }
    }

    synchronized Map<String, Percentiles> pages() {
        Map<String, Percentiles> found = new TreeMap<>();
        pages.forEach((name, nanos) -> found.put(name, new Percentiles(nanos)));
        return found;
    }

    synchronized Percentiles all() {
        return new Percentiles(pages.values().stream().flatMap(List::stream).toList());
    }

    synchronized Percentiles logins() {
        return new Percentiles(logins);
    }

    /** Those of the warm-up: the first that a fresh identity provider sees. */
    synchronized Percentiles earlyLogins() {
        return new Percentiles(earlyLogins);
    }

    synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    synchronized int failedCount() {
        return failed;
    }
}
