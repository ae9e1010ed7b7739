package energy.registry.ops.twin;

import energy.registry.domain.device.Technology;
import energy.registry.ops.device.Plate;
import java.time.LocalDate;
import java.util.List;

/** The plants of the twin: two turbines in the north, one array in the south. */
final class Fleet {
    static final int INTERVAL_SECONDS = 900;

    private static final String ZONE_GERMANY = "10Y1001A1001A82H";
    private static final int MICRO = 1_000_000;

    /** Seeds of the weather: the two turbines share their fronts, not their gusts. */
    private static final long NORTH = 11;

    private static final long SOUTH = 29;

    private Fleet() {}

    /** A plant with what moves it. */
    record Member(Plate plate, Plant plant) {}

    static List<Member> members() {
        return List.of(
                new Member(turbine(1, 54_512_300, 9_123_400), new WindTurbine(new Weather(NORTH, 1))),
                new Member(turbine(2, 54_516_800, 9_131_900), new WindTurbine(new Weather(NORTH, 2))),
                array());
    }

    private static Plate turbine(int number, int latitude, int longitude) {
        String suffix = "000" + number;
        return new Plate(
                "WTG-" + suffix,
                "Nordhang " + number,
                "windpark-nord",
                Technology.WIND,
                WindTurbine.RATED_W,
                "DE",
                ZONE_GERMANY,
                "Schleswig-Holstein",
                latitude,
                longitude,
                LocalDate.of(2019, 5, 1),
                number == 1 ? "571313100000000010" : "571313100000000027",
                "MTR-" + suffix,
                "A" + number,
                "Twin",
                INTERVAL_SECONDS,
                "CAM-" + suffix,
                WindTurbine.nameplate());
    }

    private static Member array() {
        int latitude = 48_402_100;
        int longitude = 11_745_600;
        Plate plate = new Plate(
                "PVA-0001",
                "Südfeld 1",
                "solarfeld-sued",
                Technology.SOLAR,
                SolarArray.CAPACITY_W,
                "DE",
                ZONE_GERMANY,
                "Bayern",
                latitude,
                longitude,
                LocalDate.of(2021, 3, 15),
                "571313100000000034",
                "MTR-0003",
                "S1",
                "Twin",
                INTERVAL_SECONDS,
                "",
                null);
        return new Member(
                plate, new SolarArray(new Weather(SOUTH, 3), latitude / (double) MICRO, longitude / (double) MICRO));
    }
}
