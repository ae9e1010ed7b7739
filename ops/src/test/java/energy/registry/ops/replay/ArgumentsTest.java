package energy.registry.ops.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.ops.device.ServiceAddresses;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentsTest {
    @TempDir
    private Path folder;

    private static Arguments parse(String line) throws UnusableInput {
        return Arguments.parse(List.of(line.split(" ")));
    }

    @Test
    void readsADayWithSeveralVideos() throws UnusableInput {
        Arguments is = parse("--device KELMARSH-1 --meter m.csv --video a.mp4 b.mp4 --day 2021-02-08 --json");
        assertThat(is.videos()).containsExactly(Path.of("a.mp4"), Path.of("b.mp4"));
        assertThat(is.from()).isEqualTo(Instant.parse("2021-02-08T00:00:00Z"));
        assertThat(is.to()).isEqualTo(Instant.parse("2021-02-09T00:00:00Z"));
        assertThat(is.intervalSeconds()).isEqualTo(1_800);
    }

    @Test
    void takesTheWholeRecordingWithoutATime() throws UnusableInput {
        assertThat(parse("--device D --meter m.csv").from()).isNull();
    }

    @Test
    void refusesMoreThanOneReplayCanPlay() throws Exception {
        Path file = Files.writeString(
                folder.resolve("long.csv"),
                "timestamp_utc,power_kw\n2021-02-01T00:00:00Z,1\n2021-02-01T00:10:00Z,1\n2021-03-01T00:00:00Z,1\n");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream progress = new PrintStream(said, true, UTF_8);
        ServiceAddresses nowhere =
                ServiceAddresses.from(Map.of("REGISTRY_DATA", folder.toString(), "REGISTRY_SERVICE_TOKEN", "none"));
        assertThatThrownBy(() -> Main.run(parse("--device KELMARSH-1 --meter " + file), nowhere, progress, progress))
                .hasMessageContaining("28 days");
    }

    @Test
    void namesWhatIsMissingOrWrong() {
        assertThatThrownBy(() -> parse("--meter m.csv --day 2021-02-08")).hasMessageContaining("--device");
        assertThatThrownBy(() -> parse("--device D --meter m.csv --to 2021-03-01T00:00:00Z"))
                .hasMessageContaining("--from");
        assertThatThrownBy(() -> parse("--device D --meter m.csv --day 8.2.2021"))
                .hasMessageContaining("8.2.2021");
        assertThatThrownBy(() -> parse("--device D --meter m.csv --day 2021-02-08 --interval 600"))
                .hasMessageContaining("600");
        assertThatThrownBy(() -> parse("--device --meter m.csv")).hasMessageContaining("needs a value");
    }

    @Test
    void givesEachSuffixItsOwnMeterAndMeteringPoint() throws UnusableInput {
        var bare = DeviceProfiles.named("KELMARSH-1", 1_800);
        var other = DeviceProfiles.named("KELMARSH-1-STATIC", 1_800);
        assertThat(other.meterId()).isNotEqualTo(bare.meterId());
        assertThat(other.meteringPointId()).isNotEqualTo(bare.meteringPointId()).hasSize(18);
        assertThatThrownBy(() -> DeviceProfiles.named("WTG-7", 1_800)).hasMessageContaining("WTG-7");
    }
}
