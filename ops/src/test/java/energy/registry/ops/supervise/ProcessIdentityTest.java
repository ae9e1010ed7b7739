package energy.registry.ops.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ProcessIdentityTest {
    private final ProcessIdentity self =
            ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();

    @Test
    void aRunningProcessIsAlive() {
        assertThat(self.alive()).isTrue();
    }

    @Test
    void anotherProcessWithTheSameIdIsNotTaken() {
        assertThat(new ProcessIdentity(self.pid(), self.startTicks() - 1, self.bootId()).alive())
                .isFalse();
    }

    @Test
    void theSameIdAfterAnotherBootIsNotTaken() {
        assertThat(new ProcessIdentity(self.pid(), self.startTicks(), "another boot").alive())
                .isFalse();
    }

    @Test
    void anEndedProcessIsNotAlive() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        assertThat(ProcessIdentity.of(process.pid()).filter(ProcessIdentity::alive))
                .isEmpty();
    }

    @Test
    void aNameWithSpacesAndParenthesesIsReadOver() {
        String line = "42 (a (b) c) S 7 42 41 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 987654 10 20 30";
        ProcessTable.Stat stat = ProcessTable.Stat.parse(line);
        assertThat(stat).isEqualTo(new ProcessTable.Stat(42, 'S', 7, 41, 987_654));
    }
}
