package energy.registry.web.application;

import energy.registry.web.model.ConsumptionHour;
import energy.registry.web.model.ConsumptionRead;
import energy.registry.web.model.ConsumptionRead.LineError;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads hourly consumption from CSV: a header, then a line for each hour. The time column is called start, time or hour; the energy
 * column ends in Wh, kWh or MWh and gives the unit; a zone column is optional. Comma, semicolon or tab; exact to the Wh.
 */
final class ConsumptionFile {
    /** A year of hours for several sites in a file, with room. */
    static final int LINES_MAX = 20_000;

    /** Errors told at a time: more than a screenful helps nobody. */
    static final int ERRORS_MAX = 20;

    private static final Map<String, Integer> PLACES_BY_UNIT = Map.of("mwh", 6, "kwh", 3, "wh", 0);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}([.]\\d{1,9})?");
    private static final Pattern LOCAL_TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2})?");
    private static final long HOUR_SECONDS = 3_600;

    private final String otherwiseZone;
    private final List<LineError> errors = new ArrayList<>();
    private final Map<String, ConsumptionHour> hours = new TreeMap<>();
    private final Map<String, Integer> lineOf = new HashMap<>();
    private String delimiter = ",";
    private int timeColumn = -1;
    private int energyColumn = -1;
    private int zoneColumn = -1;
    private int places;

    private ConsumptionFile(String otherwiseZone) {
        this.otherwiseZone = otherwiseZone;
    }

    /** @param otherwiseZone the bidding zone of lines that name none */
    static ConsumptionRead read(String text, String otherwiseZone) {
        ConsumptionFile file = new ConsumptionFile(otherwiseZone);
        List<String> lines = text.replace("\uFEFF", "").lines().toList();
        if (lines.isEmpty() || lines.get(0).isBlank()) {
            file.wrong(1, "", "", "Start with a header, for example: start,mwh");
        } else if (lines.size() > LINES_MAX) {
            file.wrong(lines.size(), "", "", "Send at most " + LINES_MAX + " lines: split the file by year or site.");
        } else if (file.header(lines.get(0))) {
            for (int i = 1; i < lines.size() && file.errors.size() < ERRORS_MAX; i++) {
                if (!lines.get(i).isBlank()) {
                    file.line(i + 1, file.cells(lines.get(i)));
                }
            }
        }
        if (file.errors.isEmpty() && file.hours.isEmpty()) {
            file.wrong(1, "", "", "The file has a header and no hours under it.");
        }
        return new ConsumptionRead(List.copyOf(file.hours.values()), List.copyOf(file.errors));
    }

    private void wrong(int line, String column, String value, String remedy) {
        errors.add(new LineError(line, column, value, remedy));
    }

    private List<String> cells(String line) {
        return Arrays.stream(line.split(Pattern.quote(delimiter), -1))
                .map(cell -> cell.strip().replaceAll("^\"|\"$", "").strip())
                .toList();
    }

    private boolean header(String line) {
        delimiter = line.contains(";") ? ";" : line.contains("\t") ? "\t" : ",";
        List<String> names =
                cells(line).stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (List.of("start", "time", "hour", "timestamp", "datetime").contains(name)) {
                timeColumn = i;
            } else if (name.equals("zone")) {
                zoneColumn = i;
            } else if (unitOf(name) != null) {
                energyColumn = i;
                places = PLACES_BY_UNIT.get(unitOf(name));
            }
        }
        if (timeColumn < 0) {
            wrong(1, "start", line, "Name the column of times “start”, “time” or “hour”.");
        }
        if (energyColumn < 0) {
            wrong(1, "mwh", line, "Name the column of energy by its unit: “mwh”, “kwh” or “wh”.");
        }
        return errors.isEmpty();
    }

    private static String unitOf(String name) {
        return name.matches(".*(^|[^a-z])mwh$")
                ? "mwh"
                : name.matches(".*(^|[^a-z])kwh$") ? "kwh" : name.matches(".*(^|[^a-z])wh$") ? "wh" : null;
    }

    private void line(int number, List<String> cells) {
        int needed = Math.max(timeColumn, energyColumn);
        if (cells.size() <= needed) {
            wrong(number, "", String.join(delimiter, cells), "Give as many columns as the header has.");
            return;
        }
        Instant start = start(number, cells.get(timeColumn));
        Long wattHours = wattHours(number, cells.get(energyColumn));
        String zone = zoneColumn >= 0 && zoneColumn < cells.size() ? cells.get(zoneColumn) : "";
        zone = zone.isEmpty() ? otherwiseZone : zone;
        if (zone.isEmpty()) {
            wrong(number, "zone", "", "Choose a bidding zone for the file, or write one in every line.");
        }
        if (start == null || wattHours == null || zone.isEmpty()) {
            return;
        }
        String key = start + " " + zone;
        Integer before = lineOf.putIfAbsent(key, number);
        if (before != null) {
            wrong(number, "start", cells.get(timeColumn), "This hour of the zone is already in line " + before + ".");
            return;
        }
        hours.put(key, new ConsumptionHour(start, zone, wattHours, 0));
    }

    private Instant start(int number, String text) {
        Instant start = null;
        try {
            start = LOCAL_TIME.matcher(text).matches()
                    ? LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
        } catch (DateTimeException unreadable) {
            wrong(number, "start", text, "Write a UTC time such as 2026-01-31T14:00Z.");
            return null;
        }
        if (start.getEpochSecond() % HOUR_SECONDS != 0) {
            wrong(number, "start", text, "Start every line at a full hour.");
            return null;
        }
        return start;
    }

    private Long wattHours(int number, String text) {
        String plain = delimiter.equals(",") ? text : text.replace(',', '.');
        if (NUMBER.matcher(plain).matches()) {
            BigDecimal whole = new BigDecimal(plain).movePointRight(places).stripTrailingZeros();
            if (whole.scale() <= 0 && whole.compareTo(BigDecimal.valueOf(Long.MAX_VALUE / LINES_MAX)) <= 0) {
                return whole.longValueExact();
            }
        }
        wrong(number, "energy", text, "Write an amount of 0 or more, exact to a whole Wh.");
        return null;
    }
}
