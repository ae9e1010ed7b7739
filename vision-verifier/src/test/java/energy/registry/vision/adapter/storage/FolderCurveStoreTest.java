package energy.registry.vision.adapter.storage;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.vision.physics.AcceptedPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderCurveStoreTest {
    private static final AcceptedPair FIRST = new AcceptedPair(900, 12_000_000, 500_000);
    private static final AcceptedPair SECOND = new AcceptedPair(1_800, 13_000_000, 650_000);

    @TempDir
    private Path folder;

    @Test
    void pairsComeBackInTheirOrderForEachMachine() throws IOException {
        new FolderCurveStore(folder).append("a", FIRST);
        new FolderCurveStore(folder).append("a", SECOND);
        new FolderCurveStore(folder).append("b", SECOND);

        assertThat(new FolderCurveStore(folder).pairs("a")).containsExactly(FIRST, SECOND);
        assertThat(new FolderCurveStore(folder).pairs("b")).containsExactly(SECOND);
        assertThat(new FolderCurveStore(folder).pairs("c")).isEmpty();
    }

    @Test
    void anEntryThatWasCutShortAtAnyByteIsNotCountedAndWrittenOver() throws IOException {
        FolderCurveStore store = new FolderCurveStore(folder);
        store.append("a", FIRST);
        store.append("a", SECOND);
        Path file = folder.resolve("a.pairs");
        byte[] whole = Files.readAllBytes(file);
        for (int length = whole.length / 2; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(store.pairs("a")).containsExactly(FIRST);
        }
        store.append("a", SECOND);
        assertThat(store.pairs("a")).containsExactly(FIRST, SECOND);
        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }

    @Test
    void aFlippedBitEndsWhatIsBelieved() throws IOException {
        FolderCurveStore store = new FolderCurveStore(folder);
        store.append("a", FIRST);
        store.append("a", SECOND);
        Path file = folder.resolve("a.pairs");
        byte[] bytes = Files.readAllBytes(file);
        bytes[40] ^= 1;
        Files.write(file, bytes);

        assertThat(store.pairs("a")).containsExactly(FIRST);
    }
}
