package energy.registry.ledger.gateway.claim;

import energy.registry.domain.encoding.Digest;
import energy.registry.ledger.flow.ClaimOutcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Claims that wait, in order of arrival, and the cursor pages that batches under way are on. A page changes hands as a
 * whole, so that two batches on one page would only be in each other's way: a batch takes what waits for some pages, and
 * until it has ended no other batch takes claims for them.
 *
 * <p>The ledger tells a meter's page with its first claim. A claim whose page is not known yet goes alone: nothing else is
 * under way with it. What is known here only saves time; which claims are issued the ledger decides.
 */
final class ClaimQueue {
    /** Claims in one issue: past this a transaction gains little and holds more than it should. */
    static final int BATCH_MAX = 64;

    /** Pages in one issue: each is read and written whole. */
    static final int PAGES_MAX = 4;

    /** Bytes of claims in one issue; a transaction holds at most 10 MiB of everything. */
    static final int BATCH_BYTES_MAX = 2 * 1024 * 1024;

    /** Claims that wait; more are turned away, and come again from their sender's outbox. */
    static final int WAITING_MAX = 1_024;

    /** Meters whose pages are remembered, some 100 bytes each. */
    private static final int METERS_MAX = 100_000;

    /** How long a first claim waits for company while nothing is under way, ms. */
    private static final long ALONE_MILLIS = 5;

    /** The same while other batches are under way: whoever is answered now sends the next claim within this time. */
    private static final long COMPANY_MILLIS = 120;

    private final Map<Digest, List<WaitingClaim>> waiting = new LinkedHashMap<>();
    private final Set<Integer> busy = new HashSet<>();
    private final Map<String, Integer> pageOfMeter = new LinkedHashMap<>(1_024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > METERS_MAX;
        }
    };
    private int count;
    private int underWay;

    /** Claims of some pages that nobody else is on. */
    record Batch(List<List<WaitingClaim>> claims, Set<Integer> pages) {}

    /** False when too many wait already. */
    synchronized boolean offer(WaitingClaim claim) {
        if (count == WAITING_MAX) {
            return false;
        }
        waiting.computeIfAbsent(claim.claimId(), id -> new ArrayList<>()).add(claim);
        count++;
        notifyAll();
        return true;
    }

    /** The next batch; waits until there is one and gives it a moment to grow. */
    synchronized Batch take() throws InterruptedException {
        while (true) {
            if (ready() == 0) {
                wait();
            } else {
                awaitCompany();
                if (ready() > 0) {
                    return collect();
                }
            }
        }
    }

    private void awaitCompany() throws InterruptedException {
        long patience = underWay == 0 ? ALONE_MILLIS : COMPANY_MILLIS;
        long deadline = System.nanoTime() + patience * 1_000_000;
        long left = patience;
        while (left > 0 && ready() > 0 && ready() < BATCH_MAX) {
            wait(left);
            left = (deadline - System.nanoTime()) / 1_000_000;
        }
    }

    /** Claims that a batch could hold now. */
    private int ready() {
        if (underWay > 0 && oldestIsUnknown()) {
            return 0;
        }
        int found = 0;
        for (List<WaitingClaim> copies : waiting.values()) {
            found += busy.contains(page(copies)) ? 0 : 1;
        }
        return found;
    }

    private boolean oldestIsUnknown() {
        return !waiting.isEmpty() && page(waiting.values().iterator().next()) == ClaimOutcome.PAGE_UNKNOWN;
    }

    private int page(List<WaitingClaim> copies) {
        return pageOfMeter.getOrDefault(copies.get(0).meterId(), ClaimOutcome.PAGE_UNKNOWN);
    }

    private Batch collect() {
        boolean unknown = oldestIsUnknown();
        List<List<WaitingClaim>> claims = new ArrayList<>();
        Set<Integer> pages = new HashSet<>();
        long bytes = 0;
        Iterator<List<WaitingClaim>> each = waiting.values().iterator();
        while (each.hasNext() && claims.size() < BATCH_MAX) {
            List<WaitingClaim> copies = each.next();
            int page = page(copies);
            boolean fits = bytes + copies.get(0).claim().length <= BATCH_BYTES_MAX || claims.isEmpty();
            if (fits && mayJoin(page, pages, unknown)) {
                each.remove();
                count -= copies.size();
                bytes += copies.get(0).claim().length;
                claims.add(copies);
                pages.add(page);
            }
        }
        busy.addAll(pages);
        underWay++;
        return new Batch(claims, pages);
    }

    private boolean mayJoin(int page, Set<Integer> pages, boolean unknown) {
        if (unknown || page == ClaimOutcome.PAGE_UNKNOWN) {
            return unknown && page == ClaimOutcome.PAGE_UNKNOWN;
        }
        return !busy.contains(page) && (pages.contains(page) || pages.size() < PAGES_MAX);
    }

    synchronized void ended(Batch batch) {
        busy.removeAll(batch.pages());
        underWay--;
        notifyAll();
    }

    synchronized void learn(String meterId, int page) {
        if (page != ClaimOutcome.PAGE_UNKNOWN) {
            pageOfMeter.put(meterId, page);
        }
    }
}
