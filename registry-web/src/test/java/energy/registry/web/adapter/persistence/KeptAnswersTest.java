package energy.registry.web.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Cheap answers are never old; dear ones are, for as long as it takes to ask anew. */
final class KeptAnswersTest {
    private static final long DEAR_MILLIS = 80;

    private final AtomicLong position = new AtomicLong(1);
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final AtomicLong nanos = new AtomicLong();
    private final KeptAnswers kept = new KeptAnswers(position::get, waiting::add, nanos::get);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void aCheapAnswerIsThatOfNow() {
        assertThat(answer(0)).isEqualTo("1");
        assertThat(answer(0)).isEqualTo("1");
        assertThat(asked).hasValue(1);
        position.set(2);
        assertThat(answer(0)).isEqualTo("2");
        assertThat(waiting).isEmpty();
    }

    @Test
    void aDearAnswerIsShownAsItWasAndAskedAnewOnce() {
        assertThat(answer(DEAR_MILLIS)).isEqualTo("1");
        position.set(2);
        assertThat(answer(DEAR_MILLIS)).isEqualTo("1");
        assertThat(answer(DEAR_MILLIS)).isEqualTo("1");
        assertThat(waiting).hasSize(1);
        waiting.remove().run();
        assertThat(answer(DEAR_MILLIS)).isEqualTo("2");
        assertThat(asked).hasValue(2);
        position.set(3);
        answer(DEAR_MILLIS);
        assertThat(waiting).as("asked anew after the next change").hasSize(1);
    }

    @Test
    void aQuestionThatBreaksLeavesTheOldAnswerAndIsAskedAgain() {
        answer(DEAR_MILLIS);
        position.set(2);
        Supplier<String> broken = () -> {
            throw new IllegalStateException("the database is gone");
        };
        assertThat(kept.get("figures", String.class, broken)).isEqualTo("1");
        waiting.remove().run();
        assertThat(answer(DEAR_MILLIS)).isEqualTo("1");
        assertThat(waiting).hasSize(1);
    }

    private String answer(long costMillis) {
        return kept.get("figures", String.class, () -> {
            asked.incrementAndGet();
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(costMillis));
            return String.valueOf(position.get());
        });
    }
}
