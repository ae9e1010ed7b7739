package energy.registry.ops.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A recording as comma-separated text with the columns {@code timestamp_utc} (start of the row's time) and {@code
 * power_kw}; {@code rotor_rpm}, {@code wind_speed_ms} and {@code pitch_deg} are used where present, any other column is
 * not.
 */
final class TelemetryFile {
    /** Ten years of ten-minute rows. */
    static final int ROWS_MAX = 530_000;

    /** Kilowatts to ten-millionths of a watt: the recording's nine decimals fit exactly. */
    private static final int KILOWATT_DIGITS = 10;

    private static final int THOUSANDTHS_DIGITS = 3;
    private static final String TIME = "timestamp_utc";
    private static final String POWER = "power_kw";
    private static final String ROTOR = "rotor_rpm";
    private static final Map<String, String> WITNESSES =
            Map.of(ROTOR, "rotor_rpm", "wind_speed_ms", "wind_ms", "pitch_deg", "pitch_deg");

    private final Path file;
    private final List<String> header;
    private int line = 1;

    private TelemetryFile(Path file, List<String> header) {
        this.file = file;
        this.header = header;
    }

    /** @return the rows by rising time */
    static List<TelemetryRow> read(Path file) throws UnusableInput, IOException {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            String first = in.readLine();
            TelemetryFile recording =
                    new TelemetryFile(file, first == null ? List.of() : List.of(first.split(",", -1)));
            recording.require(TIME);
            recording.require(POWER);
            return recording.rows(in);
        } catch (NoSuchFileException absent) {
            throw new UnusableInput("--meter: " + file + " does not exist");
        } catch (MalformedInputException binary) {
            throw new UnusableInput("--meter: " + file + " is no text; give a file of comma-separated values");
        }
    }

    private void require(String column) throws UnusableInput {
        if (!header.contains(column)) {
            throw new UnusableInput("--meter: " + file + " has no column " + column + " in its first line");
        }
    }

    private List<TelemetryRow> rows(BufferedReader in) throws UnusableInput, IOException {
        List<TelemetryRow> rows = new ArrayList<>();
        long last = Long.MIN_VALUE;
        for (String text = in.readLine(); text != null; text = in.readLine()) {
            line++;
            TelemetryRow row = row(text.split(",", -1));
            if (row.startEpochSecond() <= last) {
                throw bad(TIME, text, "rows come by rising time");
            }
            if (rows.size() == ROWS_MAX) {
                throw bad(TIME, text, "a recording has at most " + ROWS_MAX + " rows; split it");
            }
            last = row.startEpochSecond();
            rows.add(row);
        }
        return rows;
    }

    private TelemetryRow row(String[] cells) throws UnusableInput {
        if (cells.length != header.size()) {
            throw bad("line", cells.length + " cells", "the first line has " + header.size());
        }
        Map<String, Long> witnesses = new TreeMap<>();
        for (Map.Entry<String, String> witness : WITNESSES.entrySet()) {
            if (header.contains(witness.getKey())) {
                witnesses.put(witness.getValue(), scaled(cells, witness.getKey(), THOUSANDTHS_DIGITS, false));
            }
        }
        return new TelemetryRow(
                time(cells),
                scaled(cells, POWER, KILOWATT_DIGITS, true),
                witnesses.getOrDefault(ROTOR, -1L),
                witnesses);
    }

    private long time(String[] cells) throws UnusableInput {
        String cell = cells[header.indexOf(TIME)];
        try {
            return Instant.parse(cell).getEpochSecond();
        } catch (DateTimeParseException e) {
            throw bad(TIME, cell, "write UTC as 2021-02-08T00:10:00Z");
        }
    }

    /** A decimal times a power of ten; power exactly, a witness to the nearest thousandth. */
    private long scaled(String[] cells, String column, int digits, boolean exactly) throws UnusableInput {
        String cell = cells[header.indexOf(column)];
        try {
            return new BigDecimal(cell)
                    .movePointRight(digits)
                    .setScale(0, exactly ? RoundingMode.UNNECESSARY : RoundingMode.HALF_EVEN)
                    .longValueExact();
        } catch (NumberFormatException e) {
            throw bad(column, cell, "write a decimal number");
        } catch (ArithmeticException e) {
            throw bad(column, cell, "at most " + digits + " decimals and nine digits before them");
        }
    }

    private UnusableInput bad(String field, String value, String remedy) {
        return new UnusableInput("--meter: " + file + " line " + line + ", " + field + " '" + value + "': " + remedy);
    }
}
