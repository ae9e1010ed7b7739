package energy.registry.ingest.adapter.file.greenbutton;

import energy.registry.ingest.adapter.file.xml.BoundedXml;
import energy.registry.ingest.upload.RefusedFileException;
import energy.registry.ingest.upload.UploadFinding.Place;
import energy.registry.ingest.upload.UploadRule;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Collects reading types, meter readings and interval blocks of a feed. Entries point to each other with links: a block
 * lies {@code up} in its meter reading's list, a meter reading is {@code related} to its type.
 */
final class EspiFeed implements BoundedXml.Listener {
    /** Readings in a file: a year of five-minute intervals is 105,120. */
    private static final int READINGS_MAX = 200_000;

    /** Ten to this power turns the smallest into the largest unit anybody uses. */
    private static final int POWER_OF_TEN_MAX = 9;

    private static final int QUALITY_MISSING = 0;
    private static final String BLOCKS = "/IntervalBlock";

    private final Map<String, ReadingType> typesBySelf = new HashMap<>();
    private final Map<String, List<String>> relatedOfReading = new HashMap<>();
    private final List<Block> blocks = new ArrayList<>();
    private final Map<String, String> fields = new HashMap<>();
    private Entry entry = new Entry();
    private List<Reading> readings = new ArrayList<>();
    private int worst = QUALITY_MISSING;
    private int count;

    /** @param up the list of blocks it belongs to */
    record Block(int line, String up, List<Reading> readings) {}

    /** @param quality ESPI code, 0 where none is given */
    record Reading(int line, long start, int seconds, long value, int quality) {}

    private static final class Entry {
        private String self = "";
        private String up = "";
        private final List<String> related = new ArrayList<>();
    }

    List<Block> blocks() {
        return blocks;
    }

    Stream<ReadingType> types() {
        return typesBySelf.values().stream();
    }

    /** The type of a block's meter reading; in a feed with a single type, that one. */
    ReadingType typeOf(Block block) throws RefusedFileException {
        String reading = block.up().endsWith(BLOCKS)
                ? block.up().substring(0, block.up().length() - BLOCKS.length())
                : block.up();
        for (String related : relatedOfReading.getOrDefault(reading, List.of())) {
            if (typesBySelf.containsKey(related)) {
                return typesBySelf.get(related);
            }
        }
        if (typesBySelf.size() == 1) {
            return typesBySelf.values().iterator().next();
        }
        throw new RefusedFileException(
                UploadRule.UNIT_UNKNOWN,
                Place.at(block.line(), "ReadingType"),
                block.up(),
                "No ReadingType is linked to this block");
    }

    @Override
    public void begins(Deque<String> path, BoundedXml.Attributes attributes, int line) {
        switch (path.peek()) {
            case "entry" -> entry = new Entry();
            case "link" -> link(attributes);
            case "ReadingType" -> fields.clear();
            case "IntervalBlock" -> readings = new ArrayList<>();
            case "IntervalReading" -> {
                fields.clear();
                worst = QUALITY_MISSING;
            }
            default -> {
                // other elements say nothing about energy
            }
        }
    }

    private void link(BoundedXml.Attributes attributes) {
        String target = String.valueOf(attributes.value("href"));
        switch (String.valueOf(attributes.value("rel"))) {
            case "self" -> entry.self = target;
            case "up" -> entry.up = target;
            case "related" -> entry.related.add(target);
            default -> {
                // other relations do not lead to energy
            }
        }
    }

    @Override
    public void ends(Deque<String> path, String text, int line) throws RefusedFileException {
        String name = path.peek();
        switch (name) {
            case "ReadingType" -> typesBySelf.put(entry.self, type(line));
            case "MeterReading" -> relatedOfReading.put(entry.self, List.copyOf(entry.related));
            case "IntervalReading" -> reading(line);
            case "IntervalBlock" -> blocks.add(new Block(line, entry.up, readings));
            case "quality" -> worst = worse(worst, (int) number(text.trim(), name, line));
            default -> {
                if (isField(path)) {
                    fields.put(name, text.trim());
                }
            }
        }
    }

    /** Fields of the two elements that matter, however deep below them; the block's own period is none of them. */
    private static boolean isField(Deque<String> path) {
        Iterator<String> upwards = path.iterator();
        upwards.next();
        while (upwards.hasNext()) {
            String above = upwards.next();
            if (above.equals("IntervalReading") || above.equals("ReadingType")) {
                return true;
            }
            if (!above.equals("timePeriod")) {
                return false;
            }
        }
        return false;
    }

    private ReadingType type(int line) throws RefusedFileException {
        long power = number(fields.getOrDefault("powerOfTenMultiplier", "0"), "powerOfTenMultiplier", line);
        if (Math.abs(power) > POWER_OF_TEN_MAX) {
            throw malformed(line, "powerOfTenMultiplier", String.valueOf(power));
        }
        return new ReadingType(
                line,
                fields.getOrDefault("uom", ""),
                fields.getOrDefault("accumulationBehaviour", ""),
                fields.getOrDefault("commodity", "1"),
                fields.getOrDefault("flowDirection", ""),
                (int) power);
    }

    private void reading(int line) throws RefusedFileException {
        if (++count > READINGS_MAX) {
            throw new RefusedFileException(
                    UploadRule.FILE_LIMIT,
                    Place.at(line, "IntervalReading"),
                    count,
                    "At most " + READINGS_MAX + " readings");
        }
        long seconds = number(fields.getOrDefault("duration", ""), "duration", line);
        if (seconds <= 0 || seconds > Integer.MAX_VALUE) {
            throw malformed(line, "duration", String.valueOf(seconds));
        }
        readings.add(new Reading(
                line,
                number(fields.getOrDefault("start", ""), "start", line),
                (int) seconds,
                number(fields.getOrDefault("value", ""), "value", line),
                worst));
    }

    private static int worse(int one, int other) {
        return rank(other) > rank(one) ? other : one;
    }

    private static int rank(int code) {
        return switch (code) {
            case 8, 9, 10, 12 -> 2;
            case 7, 11, 13, 15 -> 1;
            default -> 0;
        };
    }

    private static long number(String text, String field, int line) throws RefusedFileException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw malformed(line, field, text);
        }
    }

    private static RefusedFileException malformed(int line, String field, String value) {
        return new RefusedFileException(
                UploadRule.FIELD_MALFORMED,
                Place.at(line, field),
                value,
                field + " is '" + value + "', expected a whole number");
    }
}
