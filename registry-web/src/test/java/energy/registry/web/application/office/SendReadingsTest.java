package energy.registry.web.application.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A file that speaks of several devices, taken apart. */
final class SendReadingsTest {
    private static Map<String, byte[]> parts(String text) {
        return ReadingsTable.parts(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String part(Map<String, byte[]> parts, String device) {
        return new String(parts.get(device), StandardCharsets.UTF_8);
    }

    @Test
    void eachRowGoesToItsDeviceAndKeepsItsLine() {
        Map<String, byte[]> parts = parts("start;end;Device ID;energy_kwh\n1;2;A;5\n1;2;B;6\n2;3;A;7\n");
        assertThat(parts).containsOnlyKeys("A", "B");
        assertThat(part(parts, "A")).isEqualTo("start;end;Device ID;energy_kwh\n1;2;A;5\n\n2;3;A;7\n");
        assertThat(part(parts, "B")).isEqualTo("start;end;Device ID;energy_kwh\n\n1;2;B;6\n");
    }

    @Test
    void whatNamesNoDeviceStaysWhole() {
        assertThat(parts("start,end,energy_kwh\n1,2,5\n")).isEmpty();
        assertThat(parts("{\"device\": 1}")).isEmpty();
        assertThat(parts("")).isEmpty();
        assertThat(ReadingsTable.parts(new byte[] {(byte) 0xFF, (byte) 0xFE, 0}))
                .isEmpty();
    }
}
