package energy.registry.ingest.adapter.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Reading;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.identity.KeySignature;
import energy.registry.ingest.port.MessageReader;
import energy.registry.ingest.statement.Arrival;
import energy.registry.ingest.statement.Candidate;
import energy.registry.ingest.statement.IntakeRule;
import energy.registry.ingest.statement.Parsed;
import energy.registry.ingest.statement.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A streaming reader: nothing is built that the limits do not allow, and an unknown field is refused by name. */
public final class JsonMessageReader implements MessageReader {
    /** 1 MiB: a day of readings every ten seconds stays below it. */
    public static final int MESSAGE_BYTES_MAX = 1 << 20;

    /** Envelope, list, reading, witnesses. */
    private static final int DEPTH_MAX = 4;

    /** A 64-bit number with its sign. */
    private static final int NUMBER_CHARS_MAX = 20;

    private static final int NAME_CHARS_MAX = 64;

    private final Set<String> passedOver;

    /** Reads messages as meters send them. */
    public JsonMessageReader() {
        this(Set.of());
    }

    private JsonMessageReader(Set<String> passedOver) {
        this.passedOver = passedOver;
    }

    /** Reads corrections: the same, with who and why beside it. */
    public static JsonMessageReader ofCorrections() {
        return new JsonMessageReader(Set.of("actor", "reason"));
    }

    private final JsonFactory json = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxStringLength(MESSAGE_BYTES_MAX)
                    .maxNumberLength(NUMBER_CHARS_MAX)
                    .maxNameLength(NAME_CHARS_MAX)
                    .maxDocumentLength(MESSAGE_BYTES_MAX)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    @Override
    public Parsed read(Arrival arrival) {
        if (arrival.bytes().length > MESSAGE_BYTES_MAX) {
            return unreadable(arrival, IntakeRule.ENVELOPE_TOO_LARGE, "body", arrival.bytes().length + " bytes came");
        }
        Fields fields = new Fields();
        try (JsonParser in = json.createParser(arrival.bytes())) {
            readEnvelope(in, fields);
        } catch (JsonProcessingException e) {
            return unreadable(arrival, IntakeRule.ENVELOPE_MALFORMED, fields.at, "It is not JSON within the limits");
        } catch (IOException | IllegalArgumentException e) {
            return unreadable(
                    arrival, IntakeRule.ENVELOPE_MALFORMED, fields.at, "Field " + fields.at + ": " + e.getMessage());
        }
        return candidate(arrival, fields);
    }

    private static Parsed candidate(Arrival arrival, Fields fields) {
        for (Map.Entry<String, Object> field : fields.required().entrySet()) {
            if (field.getValue() == null) {
                return unreadable(
                        arrival, IntakeRule.ENVELOPE_MALFORMED, field.getKey(), field.getKey() + " is missing");
            }
        }
        try {
            IntervalStatement statement = IntervalStatement.decode(fields.statement);
            SignedRecord signed = new SignedRecord(fields.statement, new KeySignature(fields.keyId, fields.signature));
            return new Parsed.Readable(new Candidate(arrival, signed, statement, fields.readings));
        } catch (IllegalArgumentException e) {
            return unreadable(arrival, IntakeRule.STATEMENT_MALFORMED, "statement", e.getMessage());
        }
    }

    private void readEnvelope(JsonParser in, Fields fields) throws IOException {
        expect(in.nextToken(), JsonToken.START_OBJECT, "an object");
        while (in.nextToken() != JsonToken.END_OBJECT) {
            fields.at = in.currentName();
            in.nextToken();
            switch (fields.at) {
                case "statement" -> fields.statement = Base64.getDecoder().decode(text(in));
                case "keyId" -> fields.keyId = Digest.parse(text(in));
                case "signature" -> fields.signature = Base64.getDecoder().decode(text(in));
                case "readings" -> fields.readings = readings(in, fields);
                default -> passOver(in, fields.at);
            }
        }
        if (in.nextToken() != null) {
            throw new IllegalArgumentException("text follows the object");
        }
    }

    private void passOver(JsonParser in, String field) throws IOException {
        if (!passedOver.contains(field)) {
            throw new IllegalArgumentException("this field is not known");
        }
        text(in);
    }

    private static List<Reading> readings(JsonParser in, Fields fields) throws IOException {
        expect(in.currentToken(), JsonToken.START_ARRAY, "a list");
        List<Reading> readings = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (readings.size() >= IntervalStatement.READINGS_MAX) {
                throw new IllegalArgumentException("at most " + IntervalStatement.READINGS_MAX + " readings");
            }
            readings.add(reading(in, fields));
        }
        fields.at = "readings";
        return readings;
    }

    private static Reading reading(JsonParser in, Fields fields) throws IOException {
        expect(in.currentToken(), JsonToken.START_OBJECT, "an object");
        long second = Long.MIN_VALUE;
        Long registerWh = null;
        long powerW = 0;
        Map<String, Long> witnesses = Map.of();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            fields.at = in.currentName();
            in.nextToken();
            switch (fields.at) {
                case "t" -> second = UtcSecond.parse(text(in));
                case "registerWh" -> registerWh = number(in);
                case "powerW" -> powerW = number(in);
                case "witnesses" -> witnesses = witnesses(in, fields);
                default -> throw new IllegalArgumentException("this field is not known");
            }
        }
        if (second == Long.MIN_VALUE || registerWh == null) {
            throw new IllegalArgumentException("a reading needs t and registerWh");
        }
        return new Reading(second, registerWh, powerW, witnesses);
    }

    private static Map<String, Long> witnesses(JsonParser in, Fields fields) throws IOException {
        expect(in.currentToken(), JsonToken.START_OBJECT, "an object");
        Map<String, Long> witnesses = new HashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            fields.at = in.currentName();
            in.nextToken();
            requireWord(fields.at);
            witnesses.put(fields.at, number(in));
            if (witnesses.size() > Reading.WITNESSES_MAX) {
                throw new IllegalArgumentException("at most " + Reading.WITNESSES_MAX + " witnesses");
            }
        }
        return witnesses;
    }

    /** So that a name is the same in every store and column. */
    private static void requireWord(String name) {
        boolean word = !name.isEmpty()
                && name.chars()
                        .allMatch(
                                c -> c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z');
        if (!word) {
            throw new IllegalArgumentException("a witness is named with letters, digits and underscores");
        }
    }

    private static String text(JsonParser in) throws IOException {
        expect(in.currentToken(), JsonToken.VALUE_STRING, "a text");
        return in.getText();
    }

    private static long number(JsonParser in) throws IOException {
        expect(in.currentToken(), JsonToken.VALUE_NUMBER_INT, "a whole number");
        return in.getLongValue();
    }

    private static void expect(JsonToken found, JsonToken expected, String what) {
        if (found != expected) {
            throw new IllegalArgumentException("expected " + what);
        }
    }

    private static Parsed unreadable(Arrival arrival, IntakeRule rule, String field, String seen) {
        return new Parsed.Unreadable(arrival.meterId(), Refusal.of(rule, field, field, seen));
    }

    /** What has been read so far, and where the reader is. */
    private static final class Fields {
        private String at = "body";
        private byte[] statement;
        private Digest keyId;
        private byte[] signature;
        private List<Reading> readings;

        Map<String, Object> required() {
            Map<String, Object> required = new HashMap<>();
            required.put("statement", statement);
            required.put("keyId", keyId);
            required.put("signature", signature);
            required.put("readings", readings);
            return required;
        }
    }
}
