package energy.registry.ops.supervise;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Brings about a list of steps, each as soon as the steps it names are complete. The first failure ends the start;
 * what it had started is stopped again, what ran before is left alone.
 */
public final class Start {
    private static final Duration LOOK = Duration.ofMillis(250);

    /** A person who waits wants a sign of life about this often. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(20);

    private final List<Step> steps;
    private final RunFolder run;
    private final Progress progress;
    private final Map<String, Integer> waves = new HashMap<>();
    private final List<RunRecord> started = new ArrayList<>();
    private volatile boolean abandoned;

    /** Takes the steps in an order in which each follows the ones it names. */
    public Start(List<Step> steps, RunFolder run, Progress progress) {
        this.steps = List.copyOf(steps);
        this.run = run;
        this.progress = progress;
        for (Step step : steps) {
            waves.put(
                    step.name(),
                    1 + step.after().stream().mapToInt(this::wave).max().orElse(0));
        }
    }

    /** Returns when every step is complete. */
    public void run() throws StartFailedException {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Map<String, CompletableFuture<Void>> futures = new HashMap<>();
            for (Step step : steps) {
                CompletableFuture<?>[] before =
                        step.after().stream().map(futures::get).toArray(CompletableFuture[]::new);
                futures.put(step.name(), CompletableFuture.allOf(before).thenRunAsync(() -> take(step), threads));
            }
            CompletableFuture.allOf(futures.values().toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw cause(e);
        } finally {
            threads.shutdown();
        }
    }

    /** Ends the start and stops what it started. */
    public void undo() {
        List<RunRecord> mine;
        synchronized (started) {
            abandoned = true;
            mine = List.copyOf(started);
        }
        new Stop(run, progress).stop(mine);
    }

    private int wave(String name) {
        Integer wave = waves.get(name);
        if (wave == null) {
            throw new IllegalArgumentException("step " + name + " has to be listed before the steps that need it");
        }
        return wave;
    }

    private void take(Step step) {
        try {
            if (abandoned) {
                throw new StartFailedException(step.name() + " was not started");
            }
            if (step instanceof Job job) {
                doOnce(job);
            } else if (step instanceof Part part) {
                bringUp(part);
            }
        } catch (StartFailedException e) {
            abandoned = true;
            throw new CompletionException(e);
        } catch (IOException e) {
            abandoned = true;
            throw new CompletionException(new StartFailedException(step.name() + ": " + e.getMessage(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(new StartFailedException(step.name() + " was interrupted", e));
        }
    }

    private void doOnce(Job job) throws IOException, StartFailedException, InterruptedException {
        if (!job.needed().getAsBoolean()) {
            return;
        }
        Stopwatch watch = new Stopwatch();
        progress.say(job.name() + " … begun");
        job.work().run();
        progress.say(job.name() + " … done after " + watch.seconds() + " s");
    }

    private void bringUp(Part part) throws IOException, StartFailedException, InterruptedException {
        Optional<RunRecord> before = run.running(part.name());
        RunRecord record = before.isPresent() ? before.get() : launch(part);
        Stopwatch watch = new Stopwatch();
        awaitHealth(part, record, watch);
        progress.say(
                part.name() + " … " + (before.isPresent() ? "runs already" : "up after " + watch.seconds() + " s"));
    }

    /** Under the lock that {@link #undo} takes, so that no process is started behind its back. */
    private RunRecord launch(Part part) throws IOException, StartFailedException {
        synchronized (started) {
            if (abandoned) {
                throw new StartFailedException(part.name() + " was not started");
            }
            long pid = part.launch().start();
            ProcessIdentity identity = ProcessIdentity.of(pid)
                    .orElseThrow(() -> new StartFailedException(
                            part.name() + " ended at once; its log says:\n" + LogTail.of(part.log())));
            RunRecord record = RunRecord.of(part, identity, wave(part.name()));
            started.add(record);
            run.write(record);
            return record;
        }
    }

    private void awaitHealth(Part part, RunRecord record, Stopwatch watch)
            throws StartFailedException, InterruptedException {
        Duration nextSign = SIGN_OF_LIFE;
        Optional<String> problem = part.probe().problem();
        while (problem.isPresent()) {
            giveUp(part, record, watch, problem.get());
            if (watch.passed(nextSign)) {
                progress.say(part.name() + " … starting since " + watch.seconds() + " s, at most "
                        + part.patience().toSeconds() + " s");
                nextSign = nextSign.plus(SIGN_OF_LIFE);
            }
            Thread.sleep(LOOK.toMillis());
            problem = part.probe().problem();
        }
    }

    private void giveUp(Part part, RunRecord record, Stopwatch watch, String problem) throws StartFailedException {
        if (abandoned) {
            throw new StartFailedException(part.name() + " was given up because the start failed elsewhere");
        }
        if (!record.alive()) {
            throw new StartFailedException(
                    part.name() + " ended while starting; its log says:\n" + LogTail.of(part.log()));
        }
        if (watch.passed(part.patience())) {
            throw new StartFailedException(part.name() + " did not become healthy within "
                    + part.patience().toSeconds() + " s: " + problem + "; its log says:\n" + LogTail.of(part.log()));
        }
    }

    private static StartFailedException cause(CompletionException wrapped) {
        return wrapped.getCause() instanceof StartFailedException failed
                ? failed
                : new StartFailedException(String.valueOf(wrapped.getCause()), wrapped);
    }
}
