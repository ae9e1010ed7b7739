package energy.registry.web.adapter.persistence;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers to questions about the whole read model, each kept with the position it was true at. A cheap one is asked anew as soon as
 * the read model has moved on. A dear one is shown as it was, with its position, while one thread asks anew: nobody waits for it, and
 * a hundred visitors at once ask once.
 */
final class KeptAnswers {
    /** Answers kept: one per organisation and kind, no more than a busy day has visitors of. */
    private static final int KEPT_MAX = 1_000;

    /** What a page may wait for. */
    private static final Duration CHEAP = Duration.ofMillis(50);

    private static final Logger LOG = LoggerFactory.getLogger(KeptAnswers.class);

    private final LongSupplier position;
    private final Executor behind;
    private final LongSupplier nanos;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    /** {@code behind} runs what nobody waits for; {@code nanos} measures what an answer costs. */
    KeptAnswers(LongSupplier position, Executor behind, LongSupplier nanos) {
        this.position = position;
        this.behind = behind;
        this.nanos = nanos;
    }

    private record Kept(long seq, Object answer, Duration cost) {
        boolean cheap() {
            return cost.compareTo(CHEAP) <= 0;
        }
    }

    <T> T get(String name, Class<T> type, Supplier<T> question) {
        long seq = position.getAsLong();
        Kept known = kept.get(name);
        if (known == null) {
            known = first(name, question);
        } else if (known.seq() != seq && known.cheap()) {
            known = ask(name, question);
        } else if (known.seq() != seq && asked.add(name)) {
            behind.execute(() -> again(name, question));
            known = kept.getOrDefault(name, known);
        }
        return type.cast(known.answer());
    }

    /** Those who come first all at once wait for one of them. */
    private synchronized Kept first(String name, Supplier<?> question) {
        Kept known = kept.get(name);
        return known != null ? known : ask(name, question);
    }

    private void again(String name, Supplier<?> question) {
        try {
            ask(name, question);
        } catch (RuntimeException broken) { // outermost edge of that thread: the old answer stays, with its position
            LOG.warn("{} could not be asked anew", name, broken);
        } finally {
            asked.remove(name);
        }
    }

    private Kept ask(String name, Supplier<?> question) {
        long seq =
                position.getAsLong(); // read before the question, so that an answer is never said to be younger than it
        // is
        long start = nanos.getAsLong();
        Object answer = question.get();
        Kept now = new Kept(seq, answer, Duration.ofNanos(nanos.getAsLong() - start));
        if (kept.size() >= KEPT_MAX) {
            kept.clear();
        }
        kept.put(name, now);
        return now;
    }
}
