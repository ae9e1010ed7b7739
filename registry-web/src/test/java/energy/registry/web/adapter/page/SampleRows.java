package energy.registry.web.adapter.page;

import energy.registry.web.model.AccountRow;
import energy.registry.web.model.AuditFigures;
import energy.registry.web.model.Balance;
import energy.registry.web.model.Beneficiary;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.DailyEnergy;
import energy.registry.web.model.DeviceRow;
import energy.registry.web.model.HistoryEntry;
import energy.registry.web.model.Interval;
import energy.registry.web.model.OfferTerms;
import energy.registry.web.model.Reason;
import energy.registry.web.model.RetirementLine;
import energy.registry.web.model.RetirementRow;
import energy.registry.web.model.StatementRow;
import energy.registry.web.model.Totals;
import energy.registry.web.model.TradeRow;
import energy.registry.web.model.VerdictRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A small registry's worth of plausible rows. */
final class SampleRows {
    static final Instant NOW = Instant.parse("2026-11-22T16:40:00Z");
    static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final String OTHER_HASH = "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752";
    private static final int INTERVAL_SECONDS = 900;
    private static final int INTERVALS = 66;

    private SampleRows() {}

    static Totals totals() {
        return new Totals(5, 1_284, 812_345_678L, 402_100_250L, 120_000_000L, 290_245_428L, 37, 112);
    }

    static DeviceRow turbine() {
        return device("WTG-0001", "Nordhang 1", "WIND", 2_050_000, "REQUIRED", List.of("CAM-0001"), 412_345_678L);
    }

    static DeviceRow array() {
        return device("PV-0001", "Solarfeld Süd A", "SOLAR", 750_000, "NONE", List.of(), 88_120_400L);
    }

    private static DeviceRow device(
            String id, String name, String technology, long watts, String policy, List<String> cameras, long issuedWh) {
        return new DeviceRow(
                id,
                name,
                "windpark-nord",
                "Windpark Nord GmbH",
                technology,
                watts,
                "DE",
                "10Y1001A1001A82H",
                "Schleswig-Holstein",
                new BigDecimal("54.123456"),
                new BigDecimal("9.123456"),
                LocalDate.parse("2019-05-01"),
                "571313100000000011",
                "MTR-0001",
                "A1",
                "Twin",
                INTERVAL_SECONDS,
                policy,
                cameras,
                List.of(),
                0,
                "REGISTERED",
                HASH,
                OTHER_HASH,
                NOW.minusSeconds(864_000),
                issuedWh);
    }

    static CertificateRow certificate(String status) {
        boolean offered = status.equals("OFFERED");
        OfferTerms offer = offered ? new OfferTerms(8_450, "EUR", 50_000, NOW.plusSeconds(604_800)) : null;
        Instant start = Instant.parse("2026-11-22T10:15:00Z");
        Instant end = start.plusSeconds(INTERVAL_SECONDS);
        return new CertificateRow(
                "WTG-0001:20261122T1015Z:4120500-4512750",
                "WTG-0001",
                "Nordhang 1",
                "WIND",
                "DE",
                "10Y1001A1001A82H",
                "windpark-nord",
                "Windpark Nord GmbH",
                status,
                4_120_500,
                4_512_750,
                start,
                end,
                List.of(
                        new Interval(start, start.plusSeconds(450), 4_120_500, 4_320_000),
                        new Interval(start.plusSeconds(450), end, 4_320_000, 4_512_750)),
                end.plusSeconds(40),
                end.plusSeconds(31_536_000L),
                HASH,
                OTHER_HASH,
                HASH,
                List.of("SIMULATION"),
                "CONSISTENT",
                List.of(),
                offer,
                OTHER_HASH,
                end.plusSeconds(45));
    }

    static RetirementRow retirement() {
        CertificateRow from = certificate("RETIRED");
        RetirementLine line = new RetirementLine(
                from.certificateId(),
                from.deviceId(),
                from.deviceName(),
                from.technology(),
                from.country(),
                from.zone(),
                "Schleswig-Holstein",
                LocalDate.parse("2019-05-01"),
                List.of(),
                0,
                from.serialFrom(),
                from.serialTo(),
                from.intervals(),
                from.marks(),
                from.finding(),
                HASH);
        return new RetirementRow(
                "RS-QERK-Y7B1-G5X8-SC8P",
                "r-1",
                "acme",
                "ACME Handels AG",
                from.quantityWh(),
                new Beneficiary("ACME Rechenzentrum GmbH", "HRB 12345", "DE", "Hamburg"),
                "Scope 2 electricity 2026, data centre",
                "VOLUNTARY",
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2027-01-01T00:00:00Z"),
                "ACME Holding SE",
                "Retired for the sustainability report 2026.",
                NOW.minusSeconds(3_600),
                OTHER_HASH,
                List.of(line));
    }

    static StatementRow statement(String status, int slot) {
        Instant start = Instant.parse("2026-11-22T00:00:00Z").plusSeconds((long) slot * INTERVAL_SECONDS);
        long energy = 180_000 + Math.round(150_000 * Math.sin(slot / 9.0)) + (slot * 7_919L) % 31_000;
        boolean seen = !status.equals("WAITING_FOR_VERDICT");
        long ceiling = status.equals("HELD") ? energy / 2 : energy + 24_000;
        List<VerdictRow> verdicts = seen ? List.of(verdict(start, status.equals("HELD"))) : List.of();
        return new StatementRow(
                HASH,
                0,
                "WTG-0001",
                "MTR-0001",
                1,
                100 + slot,
                start,
                start.plusSeconds(INTERVAL_SECONDS),
                energy,
                4_000_000,
                4_000_000 + energy,
                "MEASURED",
                "SIMULATION",
                start.plusSeconds(INTERVAL_SECONDS + 4),
                List.of(),
                status,
                status.equals("HELD") ? "INCONSISTENT" : "CONSISTENT",
                reasons(status),
                seen ? Math.max(0, ceiling - 60_000) : -1,
                seen ? ceiling : -1,
                verdicts,
                status.equals("ISSUED") ? HASH : "",
                status.equals("ISSUED") ? certificate("ACTIVE").certificateId() : "");
    }

    /** An interval of an array whose camera saw sky and panels. */
    static StatementRow statementOfArray() {
        Instant start = Instant.parse("2026-11-22T11:00:00Z");
        VerdictRow seen = new VerdictRow(
                OTHER_HASH,
                "CAM-0003",
                HASH,
                "INCONCLUSIVE",
                -1,
                -1,
                start.plusSeconds(300),
                start.plusSeconds(310),
                List.of(),
                List.of("SKY_PARTLY_CLOUDED", "PANELS_CLEAN"));
        return new StatementRow(
                HASH,
                0,
                "PVA-0001",
                "MTR-0003",
                1,
                7,
                start,
                start.plusSeconds(INTERVAL_SECONDS),
                612_400,
                9_000_000,
                9_612_400,
                "MEASURED",
                "SIMULATION",
                start.plusSeconds(INTERVAL_SECONDS + 4),
                List.of(),
                "ISSUED",
                "INCONCLUSIVE",
                List.of(),
                -1,
                -1,
                List.of(seen),
                HASH,
                certificate("ACTIVE").certificateId());
    }

    private static VerdictRow verdict(Instant start, boolean slow) {
        return new VerdictRow(
                OTHER_HASH,
                "CAM-0001",
                HASH,
                "RUNNING",
                slow ? 7_803 : 12_104,
                slow ? 31 : 46,
                start.plusSeconds(300),
                start.plusSeconds(330),
                slow ? List.of("DEFOCUSED") : List.of(),
                List.of());
    }

    private static List<Reason> reasons(String status) {
        return switch (status) {
            case "HELD" ->
                List.of(new Reason(
                        "ENERGY_ABOVE_ENVELOPE",
                        "289.313 kWh metered, but a rotor at 7.80 ± 0.03 rpm allows at most 144.656 kWh."));
            case "REFUSED" ->
                List.of(new Reason(
                        "REGISTER_DISCONTINUITY",
                        "The register starts at 4,000,000 Wh; the interval before ended at 3,998,200 Wh."));
            default -> List.of();
        };
    }

    static List<StatementRow> day() {
        List<StatementRow> rows = new ArrayList<>();
        for (int slot = 0; slot < INTERVALS; slot++) {
            rows.add(statement(status(slot), slot));
        }
        return rows;
    }

    private static String status(int slot) {
        if (slot == 22 || slot == 23) {
            return "HELD";
        }
        if (slot == 40) {
            return "REFUSED";
        }
        return slot > INTERVALS - 3 ? "WAITING_FOR_VERDICT" : "ISSUED";
    }

    static TradeRow trade() {
        return new TradeRow(
                9,
                NOW.minusSeconds(7_200),
                HASH,
                "windpark-nord",
                "Windpark Nord GmbH",
                "acme",
                "ACME Handels AG",
                certificate("ACTIVE").certificateId(),
                392_250,
                3_315,
                "EUR",
                8_450);
    }

    static AccountRow account() {
        return new AccountRow(
                "windpark-nord",
                "Windpark Nord GmbH",
                "DE",
                List.of("generator"),
                HASH,
                NOW.minusSeconds(864_000),
                HASH);
    }

    static List<Balance> balances() {
        return List.of(new Balance("EUR", 49_996_685));
    }

    static AuditFigures audit(boolean ok) {
        List<String> overlaps = ok ? List.of() : List.of("WTG-0001: serials 100–200 stand on two live certificates.");
        return new AuditFigures(
                ok, 5, 1_284, 812_345_678L, 522_100_250L, 290_245_428L, overlaps, List.of(), 4_711, NOW);
    }

    static List<DailyEnergy> daily() {
        List<DailyEnergy> days = new ArrayList<>();
        for (int back = 29; back >= 0; back--) {
            long issued = 14_000_000 + Math.round(9_000_000 * Math.sin(back / 3.0));
            days.add(new DailyEnergy(DAY.minusDays(back), issued, back > 12 ? issued / 3 : 0));
        }
        return days;
    }

    static HistoryEntry event(String tx, String type, Map<String, Object> data) {
        return new HistoryEntry(7, NOW.minusSeconds(600), tx, type, "c", "It happened.", data);
    }

    static HistoryEntry event(String type, String sentence) {
        return new HistoryEntry(
                7, NOW.minusSeconds(600), HASH, type, certificate("ACTIVE").certificateId(), sentence, Map.of());
    }
}
