package energy.registry.ingest.application;

import energy.registry.ingest.port.StatementStore;
import energy.registry.ingest.statement.Answer;
import energy.registry.ingest.statement.Checked;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. Whatever arrived while the last commit was under way forms the next one, so that commits
 * grow with the load and a lone message does not wait.
 */
public final class Keeper implements AutoCloseable {
    /**
     * Messages in one transaction: some 150 ms of work on two processors. What waited during a stop of any kind is then
     * answered batch by batch, and nobody waits for all that waited with him.
     */
    private static final int BATCH_MAX = 1_000;

    /** Readings in one transaction, for the same reason. */
    private static final int BATCH_READINGS_MAX = 20_000;

    /** How long a stopping service goes on to empty its queue. */
    private static final int CLOSE_MILLIS_MAX = 5_000;

    private static final int POLL_MILLIS = 200;
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final StatementStore store;
    private final Decisions decisions;
    private final Consumer<Answer> announce;
    private final Stages stages;
    private final Thread thread;
    private volatile boolean open = true;

    private record Waiting(Checked checked, CompletableFuture<Answer> answer) {}

    /** @param announce told of every answer after its commit */
    public Keeper(StatementStore store, Decisions decisions, Stages stages, Consumer<Answer> announce) {
        this.stages = stages;
        this.store = store;
        this.decisions = decisions;
        this.announce = announce;
        this.thread = new Thread(this::run, "keeper");
    }

    public void start() {
        thread.start();
    }

    CompletableFuture<Answer> keep(Checked checked) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        queue.add(new Waiting(checked, answer));
        return answer;
    }

    private void run() {
        List<Waiting> batch = new ArrayList<>();
        while (open || !queue.isEmpty()) {
            try {
                batch.clear();
                if (fill(batch)) {
                    commit(batch);
                }
            } catch (InterruptedException e) {
                open = false;
            }
        }
    }

    private boolean fill(List<Waiting> batch) throws InterruptedException {
        Waiting first = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        int readings = 0;
        for (Waiting next = first; next != null; next = queue.poll()) {
            batch.add(next);
            readings += next.checked() instanceof Checked.Sound sound
                    ? sound.candidate().readings().size()
                    : 0;
            if (batch.size() >= BATCH_MAX || readings >= BATCH_READINGS_MAX) {
                break;
            }
        }
        return first != null;
    }

    /** A failed transaction leaves nothing behind and answers nobody: the senders repeat, as after a crash. */
    private void commit(List<Waiting> batch) {
        List<Checked> checked = batch.stream().map(Waiting::checked).toList();
        try {
            long[] written = new long[1];
            Outcome outcome = store.inTransaction(unit -> {
                Outcome decided = decisions.decide(unit, checked);
                written[0] = System.nanoTime();
                return decided;
            });
            stages.end(Stages.Stage.COMMIT, written[0]);
            outcome.kept().run();
            outcome.answers().forEach(announce);
            outcome.late().forEach(announce);
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer().complete(outcome.answers().get(i));
            }
        } catch (RuntimeException e) {
            LOG.error("event=commit-failed messages={}", batch.size(), e);
            batch.forEach(waiting -> waiting.answer().completeExceptionally(e));
        }
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        thread.join(CLOSE_MILLIS_MAX);
    }

    /**
     * @param answers one for each message, in order
     * @param late answers to statements that had waited and were applied now
     * @param kept to be run once the outcome is durable
     */
    record Outcome(List<Answer> answers, List<Answer> late, Runnable kept) {}
}
