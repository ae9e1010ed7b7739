package energy.registry.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {
    @TempDir
    private Path folder;

    @Test
    void aNewFolderTakesThePortBaseAsked() throws Exception {
        DataFolder data = new DataFolder(folder.resolve("data"));
        assertThat(data.settings(OptionalInt.of(9000)).portBase()).isEqualTo(9000);
        assertThat(data.settings(OptionalInt.empty()).portBase()).isEqualTo(8000);
    }

    @Test
    void aUsedFolderKeepsItsSettings() throws Exception {
        DataFolder data = used(9000);
        assertThat(data.settings(OptionalInt.empty())).isEqualTo(new DataFolder.Settings(9000, false));
    }

    @Test
    void aUsedFolderRefusesAnotherPortBase() throws Exception {
        DataFolder data = used(9000);
        assertThatThrownBy(() -> data.settings(OptionalInt.of(9500)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("9500")
                .hasMessageContaining("made with 9000");
    }

    @Test
    void twoCommandsDoNotWorkOnOneFolder() throws Exception {
        DataFolder data = used(9000);
        try (FileLock held = data.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThatThrownBy(data::lock).isInstanceOf(UsageException.class).hasMessageContaining("wait");
        }
    }

    private DataFolder used(int portBase) throws Exception {
        DataFolder data = new DataFolder(folder.resolve("data"));
        data.create();
        data.keep(new DataFolder.Settings(portBase, false));
        return data;
    }
}
