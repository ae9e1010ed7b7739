package energy.registry.ops.supervise;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Stops recorded processes, the last started first, those of one wave side by side: a polite signal, a bounded wait,
 * then the end by force, also of children. A process that is not exactly the recorded one is never signalled.
 */
public final class Stop {
    /** Long enough for a node to finish its flows' checkpoints and for the database to write its pages. */
    private static final Duration POLITE = Duration.ofSeconds(45);

    private static final Duration FORCED = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final RunFolder run;
    private final Progress progress;
    private final Duration polite;

    public Stop(RunFolder run, Progress progress) {
        this(run, progress, POLITE);
    }

    Stop(RunFolder run, Progress progress, Duration polite) {
        this.run = run;
        this.progress = progress;
        this.polite = polite;
    }

    /** Returns the names of processes that could not be ended. */
    public List<String> stop(List<RunRecord> records) {
        TreeMap<Integer, List<RunRecord>> waves =
                records.stream().collect(Collectors.groupingBy(RunRecord::wave, TreeMap::new, Collectors.toList()));
        List<String> left = new ArrayList<>();
        for (List<RunRecord> wave : waves.descendingMap().values()) {
            List<CompletableFuture<Boolean>> ends = wave.stream()
                    .map(record -> CompletableFuture.supplyAsync(() -> end(record)))
                    .toList();
            for (int i = 0; i < wave.size(); i++) {
                if (!ends.get(i).join()) {
                    left.add(wave.get(i).name());
                }
            }
        }
        return left;
    }

    private boolean end(RunRecord record) {
        try {
            Stopwatch watch = new Stopwatch();
            if (!record.alive()) {
                run.forget(record.name());
                return true;
            }
            List<ProcessIdentity> members = identities(record.pid());
            signal(record.stopSignal().option(), List.of(record.pid()));
            boolean gone = await(members, polite) || force(members);
            if (gone) {
                run.forget(record.name());
                progress.say(record.name() + " … stopped after " + watch.seconds() + " s");
            } else {
                progress.say(record.name() + " … does not end; its process is " + record.pid());
            }
            return gone;
        } catch (IOException e) {
            progress.say(record.name() + " … could not be stopped: " + e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean force(List<ProcessIdentity> members) throws IOException, InterruptedException {
        List<Long> alive = members.stream()
                .filter(ProcessIdentity::alive)
                .map(ProcessIdentity::pid)
                .toList();
        signal("-KILL", alive);
        return await(members, FORCED);
    }

    private static List<ProcessIdentity> identities(long leader) {
        return ProcessTable.members(leader).stream()
                .flatMap(pid -> ProcessIdentity.of(pid).stream())
                .toList();
    }

    private static boolean await(List<ProcessIdentity> members, Duration limit) throws InterruptedException {
        Stopwatch watch = new Stopwatch();
        while (members.stream().anyMatch(ProcessIdentity::alive)) {
            if (watch.passed(limit)) {
                return false;
            }
            Thread.sleep(LOOK.toMillis());
        }
        return true;
    }

    /** Java can send TERM and KILL only, and the database wants INT: the shell's own kill sends any. */
    private static void signal(String option, List<Long> pids) throws IOException, InterruptedException {
        if (pids.isEmpty()) {
            return;
        }
        String line =
                "kill " + option + " " + pids.stream().map(String::valueOf).collect(Collectors.joining(" "));
        // A process that ended in between makes kill fail; whether it is gone is looked at afterwards.
        int ignored = new ProcessBuilder("bash", "-c", line + " 2>/dev/null || true")
                .inheritIO()
                .start()
                .waitFor();
        if (ignored != 0) {
            throw new IOException("kill could not be run");
        }
    }
}
