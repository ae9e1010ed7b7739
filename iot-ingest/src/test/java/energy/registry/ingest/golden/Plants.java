package energy.registry.ingest.golden;

import energy.registry.domain.device.CurvePoint;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Rotor;
import energy.registry.domain.device.Technology;
import energy.registry.ingest.fixture.Keys;
import java.util.ArrayList;
import java.util.List;

/** The plants of the recordings, as they would be registered: nameplate values, nothing fitted to a recording. */
final class Plants {
    private Plants() {}

    static ProductionDevice.Builder plant(String id, Technology technology, long capacityW, double lat, double lon) {
        return ProductionDevice.builder()
                .deviceId(id)
                .name(id)
                .owner("recorded")
                .technology(technology)
                .capacityW(capacityW)
                .country("GB")
                .zone("10YGB----------A")
                .region("")
                .location((int) Math.round(lat * 1e6), (int) Math.round(lon * 1e6))
                .operationalSinceEpochDay(0)
                .meteringPointId("571313100000000000")
                .meter("MTR-" + id, "serial-" + id, "recorded", Keys.edwards().key())
                .intervalSeconds(900)
                .verifiers(List.of(Keys.edwards().key()), 1);
    }

    /** Senvion MM92: 2,050 kW, the rotor turns 8 to 15 times a minute; a cubic law below 14.4, twelve percent each way. */
    static ProductionDevice kelmarsh() {
        List<CurvePoint> curve = new ArrayList<>();
        curve.add(new CurvePoint(6_000, 0, 60_000));
        for (int milliRpm = 8_000; milliRpm <= 14_400; milliRpm += 400) {
            double power = 370 * Math.pow(milliRpm / 1_000.0, 3) - 65_000;
            long least = milliRpm == 8_000 ? 0 : Math.round(Math.max(0, power * 0.88 - 15_000));
            curve.add(new CurvePoint(milliRpm, least, Math.round(power * 1.12 + 15_000)));
        }
        curve.add(new CurvePoint(14_800, 850_000, 2_091_000));
        curve.add(new CurvePoint(16_000, 850_000, 2_091_000));
        return plant("kelmarsh-1", Technology.WIND, 2_050_000, 52.4, -0.95)
                .rotor(new Rotor(3, 6_000, 16_000, true, curve))
                .build();
    }

    static ProductionDevice solar(String id, long capacityW, double lat, double lon) {
        return plant(id, Technology.SOLAR, capacityW, lat, lon).build();
    }
}
