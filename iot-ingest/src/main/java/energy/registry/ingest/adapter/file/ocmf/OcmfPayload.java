package energy.registry.ingest.adapter.file.ocmf;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a record says (OCMF 1.x, tables 7 and 19 to 23): a list of readings in which a field that is left out stands as
 * in the reading before.
 */
record OcmfPayload(List<Value> values) {
    private static final int DEPTH_MAX = 6;
    private static final int READINGS_MAX = 1_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss,SSSxx");

    /** A total of energy that left: group C is 2, group D is 8 (IEC 62056-6-1); leading zeros are customary. */
    private static final Pattern EXPORT =
            Pattern.compile("(?:[0-9]+-[0-9a-z]+:)?0?2\\.0?8\\..*", Pattern.CASE_INSENSITIVE);

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .maxNumberLength(32)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * @param obis which register
     * @param good whether the meter marks it as good and without error flags of energy or time
     */
    record Value(
            Instant at, char timeStatus, String obis, String unit, BigDecimal amount, boolean good, String status) {
        boolean isExport() {
            return EXPORT.matcher(obis).matches();
        }

        boolean isEnergy() {
            return unit.equalsIgnoreCase("Wh") || unit.equalsIgnoreCase("kWh");
        }

        long wattHours() {
            return (unit.equalsIgnoreCase("kWh") ? amount.movePointRight(3) : amount)
                    .setScale(0, RoundingMode.FLOOR)
                    .longValueExact();
        }
    }

    static JsonNode json(String text) throws IOException {
        JsonNode node = JSON.readTree(text);
        if (node == null || !node.isObject()) {
            throw new IllegalArgumentException("expected a JSON object");
        }
        return node;
    }

    /** @throws IllegalArgumentException naming the field */
    static OcmfPayload read(String text) throws IOException {
        JsonNode readings = json(text).path("RD");
        if (!readings.isArray() || readings.isEmpty() || readings.size() > READINGS_MAX) {
            throw new IllegalArgumentException("RD: expected 1 to " + READINGS_MAX + " readings");
        }
        List<Value> values = new ArrayList<>();
        Inherited before = new Inherited();
        for (JsonNode reading : readings) {
            values.add(before.value(reading));
        }
        return new OcmfPayload(values);
    }

    /** Fields that a reading takes over from the one before. */
    private static final class Inherited {
        private String time = "";
        private String obis = "";
        private String unit = "";
        private String status = "";
        private String errors = "";

        Value value(JsonNode reading) {
            time = reading.path("TM").asText(time);
            obis = reading.path("RI").asText(obis);
            unit = reading.path("RU").asText(unit);
            status = reading.path("ST").asText(status);
            errors = reading.path("EF").asText(errors);
            boolean good = status.equals("G") && errors.isEmpty();
            return new Value(at(), timeStatus(), obis, unit, amount(reading.path("RV")), good, status + errors);
        }

        private Instant at() {
            int blank = time.indexOf(' ');
            try {
                return OffsetDateTime.parse(blank < 0 ? time : time.substring(0, blank), TIME)
                        .toInstant();
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("TM: '" + time + "' is no time of OCMF", e);
            }
        }

        private char timeStatus() {
            int blank = time.indexOf(' ');
            return blank < 0 || blank + 1 >= time.length() ? 'U' : time.charAt(blank + 1);
        }

        private static BigDecimal amount(JsonNode value) {
            try {
                return new BigDecimal(value.asText("").trim());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("RV: '" + value.asText() + "' is no number", e);
            }
        }
    }
}
