package energy.registry.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OptionsTest {
    private static final Path DEFAULT = Path.of("/registry/ops/data");

    @Test
    void withoutOptionsTheDefaultsHold() throws Exception {
        Options options = parse();
        assertThat(options.data()).isEqualTo(DEFAULT);
        assertThat(options.portBase()).isEmpty();
        assertThat(options.twin()).isTrue();
        assertThat(options.json()).isFalse();
    }

    @Test
    void everyOptionIsTaken() throws Exception {
        Options options = parse("--data", "/somewhere/../else", "--port-base", "9000", "--no-twin", "--json");
        assertThat(options.data()).isEqualTo(Path.of("/else"));
        assertThat(options.portBase()).hasValue(9000);
        assertThat(options.twin()).isFalse();
        assertThat(options.json()).isTrue();
    }

    @Test
    void anUnknownOptionIsNamed() {
        assertThatThrownBy(() -> parse("--verbose"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--verbose")
                .hasMessageContaining("--data DIR");
    }

    @Test
    void anOptionWithoutItsValueIsNamed() {
        assertThatThrownBy(() -> parse("--data", "--no-twin")).hasMessageContaining("--data needs a value");
    }

    @Test
    void aPortBaseThatMovesPortsOutOfReachIsRefused() {
        assertThatThrownBy(() -> parse("--port-base", "100")).hasMessageContaining("7141 to 30000");
        assertThatThrownBy(() -> parse("--port-base", "nine")).hasMessageContaining("nine");
    }

    private static Options parse(String... arguments) throws UsageException {
        return Options.parse(List.of(arguments), DEFAULT);
    }
}
