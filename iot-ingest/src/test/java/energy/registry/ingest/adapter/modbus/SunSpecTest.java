package energy.registry.ingest.adapter.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.ingest.fixture.Recordings;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every model over a real Modbus TCP connection, its registers laid out by the published definitions. */
class SunSpecTest {
    private static final Map<String, Number> NAMEPLATE = Map.of();

    private static Optional<EnergyPoint.Value> read(SunSpecImage image, int model) throws IOException {
        try (ModbusServer server = new ModbusServer(image);
                ModbusClient client = ModbusClient.connect("127.0.0.1", server.port(), 1)) {
            return new SunSpecDevice(client).read(model);
        }
    }

    private static SunSpecImage image(int base, int model, Map<String, Number> values) throws IOException {
        return new SunSpecImage(base).model(1, NAMEPLATE).model(model, values).end();
    }

    @Test
    void invertersWithScaleFactorsAreReadAtEachBase() throws Exception {
        int[] bases = {40_000, 50_000, 0};
        for (int i = 0; i < 3; i++) {
            Map<String, Number> values = Map.of("WH", 4_000_000_000L, "WH_SF", -1, "W", 1_234, "W_SF", 1);
            assertThat(read(image(bases[i], 101 + i, values), 0))
                    .contains(new EnergyPoint.Value(4_000_000_000L, -1, true, 12_340));
        }
    }

    @Test
    void floatingPointInvertersAndMetersAndDerAreRead() throws Exception {
        for (int model = 111; model <= 113; model++) {
            assertThat(read(image(40_000, model, Map.of("WH", 1_234_567.5f)), 0))
                    .contains(new EnergyPoint.Value(1_234_567, 0, false, 0));
        }
        for (int model = 201; model <= 204; model++) {
            assertThat(read(image(40_000, model, Map.of("TotWhExp", 77_000, "TotWh_SF", 1, "TotWhImp", 5)), 0))
                    .contains(new EnergyPoint.Value(77_000, 1, true, 0));
        }
        Map<String, Number> der = Map.of("TotWhInj", 1L << 40, "TotWh_SF", 0, "W", -5, "W_SF", 2);
        assertThat(read(image(40_000, 701, der), 0)).contains(new EnergyPoint.Value(1L << 40, 0, false, -500));
    }

    /** The published test device of the IEEE 1547 profile. */
    @Test
    void theRecordedDeviceIsRead() throws Exception {
        JsonNode models = new ObjectMapper()
                .readTree(Recordings.bytes("sunspec/device_1547.json"))
                .path("models");
        SunSpecImage image = new SunSpecImage(40_000);
        for (JsonNode model : models) {
            int id = model.path("ID").asInt();
            if (id == 1 || id == 701) {
                Map<String, Number> values = new HashMap<>();
                model.fields().forEachRemaining(field -> {
                    if (field.getValue().isNumber()) {
                        values.put(field.getKey(), field.getValue().numberValue());
                    }
                });
                image.model(id, values);
            }
        }
        assertThat(read(image.end(), 0)).contains(new EnergyPoint.Value(150, 3, false, 9_800));
    }

    @Test
    void whatIsNotImplementedIsNoReading() throws Exception {
        assertThat(read(image(40_000, 103, Map.of()), 0)).isEmpty();
        assertThat(read(image(40_000, 103, Map.of("WH", 5)), 0))
                .as("no scale factor")
                .isEmpty();
        assertThat(read(image(40_000, 103, Map.of("WH_SF", 0)), 0))
                .as("an accumulator of 0")
                .isEmpty();
        assertThat(read(image(40_000, 113, Map.of()), 0)).isEmpty();
        assertThat(read(image(40_000, 701, Map.of("TotWh_SF", 0)), 0)).isEmpty();
        assertThat(read(image(40_000, 103, Map.of("WH", 5, "WH_SF", 99)), 0)).isEmpty();
        assertThat(read(image(40_000, 103, Map.of("WH", 5, "WH_SF", 0, "W", 0x8000, "W_SF", 0)), 0))
                .contains(new EnergyPoint.Value(5, 0, true, 0));
    }

    @Test
    void theWantedModelIsReadWhereADeviceHasSeveral() throws Exception {
        SunSpecImage image = new SunSpecImage(40_000)
                .model(1, NAMEPLATE)
                .model(103, Map.of("WH", 10, "WH_SF", 0))
                .model(203, Map.of("TotWhExp", 9, "TotWh_SF", 0))
                .end();
        assertThat(read(image, 0).orElseThrow().count()).isEqualTo(10);
        assertThat(read(image, 203).orElseThrow().count()).isEqualTo(9);
    }

    @Test
    void aDeviceWithoutTheMarkIsNone() {
        assertThatThrownBy(() -> read(new SunSpecImage(1_000).end(), 0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("SunSpec");
    }
}
