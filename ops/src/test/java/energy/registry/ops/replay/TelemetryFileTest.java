package energy.registry.ops.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelemetryFileTest {
    @TempDir
    Path folder;

    private List<TelemetryRow> read(String text) throws Exception {
        return TelemetryFile.read(Files.writeString(folder.resolve("t.csv"), text));
    }

    @Test
    void takesPowerExactlyAndWitnessesInThousandths() throws Exception {
        TelemetryRow row = read("timestamp_utc,x,power_kw,rotor_rpm\n2021-02-08T00:10:00Z,9,403.142428123,9.1069\n")
                .get(0);
        assertThat(row.powerTenMillionths()).isEqualTo(4_031_424_281_230L);
        assertThat(row.powerW()).isEqualTo(403_142);
        assertThat(row.rotorMilliRpm()).isEqualTo(9_107);
        assertThat(row.witnesses()).containsEntry("rotor_rpm", 9_107L);
    }

    @Test
    void namesLineFieldAndValueOfWhatItCannotUse() {
        String header = "timestamp_utc,power_kw\n";
        assertThatThrownBy(() -> read("time,power_kw\n")).hasMessageContaining("timestamp_utc");
        assertThatThrownBy(() -> read(header + "2021-02-08T00:10:00Z,NaN\n"))
                .hasMessageContaining("line 2, power_kw 'NaN'");
        assertThatThrownBy(() -> read(header + "yesterday,1\n")).hasMessageContaining("line 2, timestamp_utc");
        assertThatThrownBy(() -> read(header + "2021-02-08T00:10:00Z,1,2\n")).hasMessageContaining("3 cells");
        assertThatThrownBy(() -> read(header + "2021-02-08T00:10:00Z,1\n2021-02-08T00:10:00Z,1\n"))
                .hasMessageContaining("line 3")
                .hasMessageContaining("rising");
        assertThatThrownBy(() -> TelemetryFile.read(folder.resolve("absent.csv")))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("does not exist");
    }
}
