package energy.registry.ops.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartAndStopTest {
    private static final Probe HEALTHY = Optional::empty;

    @TempDir
    private Path folder;

    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private RunFolder run;

    @BeforeEach
    void newRunFolder() {
        run = new RunFolder(folder.resolve("run"));
    }

    @AfterEach
    void leaveNothingRunning() throws IOException {
        assertThat(stop(run.all())).isEmpty();
    }

    @Test
    void aStartedProcessIsRecordedAndRunsInASessionOfItsOwn() throws Exception {
        Path begun = folder.resolve("begun");
        Probe probe = () -> Files.exists(begun) ? Optional.empty() : Optional.of("not begun");
        start(part("a", Set.of(), probe, "bash", "-c", "touch " + begun + "; sleep 60"));
        RunRecord record = run.running("a").orElseThrow();
        assertThat(ProcessTable.stat(record.pid()).orElseThrow().session()).isEqualTo(record.pid());
    }

    @Test
    void theSecondStartChangesNothing() throws Exception {
        Part part = part("a", Set.of(), HEALTHY, "sleep", "60");
        start(part);
        RunRecord first = run.running("a").orElseThrow();
        start(part);
        assertThat(run.running("a")).contains(first);
        assertThat(said.get(said.size() - 1)).contains("runs already");
    }

    @Test
    void aStepWaitsForTheStepsItNames() throws Exception {
        Path made = folder.resolve("made");
        Job job = new Job("job", Set.of(), () -> true, () -> {
            Thread.sleep(200);
            Files.createFile(made);
        });
        Probe probe = () -> Files.exists(made) ? Optional.empty() : Optional.of("started too early");
        start(job, part("a", Set.of("job"), probe, "sleep", "60"));
        assertThat(said).anyMatch(line -> line.startsWith("job … done")).anyMatch(line -> line.startsWith("a … up"));
    }

    @Test
    void aJobThatIsNotNeededIsNotDone() throws Exception {
        start(new Job("job", Set.of(), () -> false, () -> {
            throw new IOException("done all the same");
        }));
        assertThat(said).isEmpty();
    }

    @Test
    void aProcessThatEndsWhileStartingFailsTheStartWithItsLastWords() {
        Part sick = part("sick", Set.of(), () -> Optional.of("no answer"), "bash", "-c", "echo no database; exit 3");
        assertThatThrownBy(() -> start(sick))
                .isInstanceOf(StartFailedException.class)
                .hasMessageContaining("sick ended")
                .hasMessageContaining("no database");
    }

    @Test
    void aProcessThatStaysUnhealthyFailsTheStartWithTheReason() {
        Part sick = part("sick", Set.of(), () -> Optional.of("answers 503"), "sleep", "60");
        assertThatThrownBy(() -> start(sick)).hasMessageContaining("did not become healthy within 1 s: answers 503");
    }

    @Test
    void undoingAFailedStartStopsWhatItStartedAndNothingElse() throws Exception {
        Part before = part("before", Set.of(), HEALTHY, "sleep", "60");
        start(before);
        Part good = part("good", Set.of("before"), HEALTHY, "sleep", "60");
        Part sick = part("sick", Set.of("good"), () -> Optional.of("never"), "sleep", "60");
        Start start = new Start(List.of(before, good, sick), run, said::add);
        assertThatThrownBy(start::run).isInstanceOf(StartFailedException.class);
        start.undo();
        assertThat(run.running("before")).isPresent();
        assertThat(run.all()).extracting(RunRecord::name).containsExactly("before");
    }

    @Test
    void theLastStartedIsStoppedFirst() throws Exception {
        start(part("a", Set.of(), HEALTHY, "sleep", "60"), part("b", Set.of("a"), HEALTHY, "sleep", "60"));
        said.clear();
        assertThat(stop(run.all())).isEmpty();
        assertThat(said.get(0)).startsWith("b ");
        assertThat(said.get(1)).startsWith("a ");
        assertThat(run.all()).isEmpty();
    }

    @Test
    void childrenAreStoppedToo() throws Exception {
        Path child = folder.resolve("child");
        start(part(
                "a",
                Set.of(),
                () -> Files.exists(child) ? Optional.empty() : Optional.of("no child"),
                "bash",
                "-c",
                "sleep 60 & echo $! >" + child + ".tmp; mv " + child + ".tmp " + child + "; wait"));
        ProcessIdentity orphan = ProcessIdentity.of(
                        Long.parseLong(Files.readString(child).strip()))
                .orElseThrow();
        assertThat(new Stop(run, said::add, Duration.ofSeconds(1)).stop(run.all()))
                .isEmpty();
        assertThat(orphan.alive()).isFalse();
    }

    @Test
    void aProcessDeafToThePoliteSignalIsEndedByForce() throws Exception {
        Path ready = folder.resolve("ready");
        start(part(
                "deaf",
                Set.of(),
                () -> Files.exists(ready) ? Optional.empty() : Optional.of("not ready"),
                "bash",
                "-c",
                "trap '' TERM; touch " + ready + "; while true; do sleep 1; done"));
        assertThat(new Stop(run, said::add, Duration.ofSeconds(1)).stop(run.all()))
                .isEmpty();
        assertThat(run.all()).isEmpty();
    }

    @Test
    void aStrangerWithTheRecordedIdIsNotStopped() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            ProcessIdentity identity = ProcessIdentity.of(stranger.pid()).orElseThrow();
            RunRecord old = new RunRecord(
                    "old",
                    identity.pid(),
                    identity.startTicks() - 5,
                    identity.bootId(),
                    "",
                    1,
                    RunRecord.StopSignal.TERM);
            run.write(old);
            assertThat(stop(List.of(old))).isEmpty();
            assertThat(stranger.isAlive()).isTrue();
            assertThat(run.all()).isEmpty();
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void aStepListedBeforeWhatItNeedsIsAMistakeOfTheProgram() {
        Part early = part("early", Set.of("late"), HEALTHY, "sleep", "60");
        assertThatThrownBy(() -> start(early)).isInstanceOf(IllegalArgumentException.class);
    }

    private void start(Step... steps) throws StartFailedException {
        new Start(List.of(steps), run, said::add).run();
    }

    private List<String> stop(List<RunRecord> records) {
        return new Stop(run, said::add).stop(records);
    }

    private Part part(String name, Set<String> after, Probe probe, String... command) {
        Path log = folder.resolve(name + ".log");
        return new Part(
                name,
                after,
                List.of(),
                "",
                new Detached(List.of(command), Map.of(), folder, log),
                probe,
                Duration.ofSeconds(1),
                RunRecord.StopSignal.TERM,
                log);
    }
}
