package energy.registry.ingest.adapter.file.greenbutton;

import energy.registry.domain.evidence.Quality;
import energy.registry.ingest.adapter.file.xml.BoundedXml;
import energy.registry.ingest.upload.FileContent;
import energy.registry.ingest.upload.FileFormat;
import energy.registry.ingest.upload.MeteredInterval;
import energy.registry.ingest.upload.RefusedFileException;
import energy.registry.ingest.upload.UploadContext;
import energy.registry.ingest.upload.UploadFinding;
import energy.registry.ingest.upload.UploadFinding.Place;
import energy.registry.ingest.upload.UploadRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the interval blocks of a feed, each with the reading type of its meter reading. Codes are those of the ESPI
 * schema (NAESB REQ.21): unit 72 is Wh, accumulation 4 is the amount within the interval, flow 19 leads to the grid.
 */
public final class GreenButtonReader {
    private static final String WATT_HOURS = "72";
    private static final String DELTA = "4";
    private static final String ELECTRICITY = "1";

    private GreenButtonReader() {}

    public static FileContent read(byte[] bytes, UploadContext context) throws RefusedFileException {
        EspiFeed feed = new EspiFeed();
        BoundedXml.read(bytes, feed);
        if (feed.blocks().isEmpty()) {
            throw new RefusedFileException(
                    UploadRule.FILE_EMPTY, Place.file(), "", "There is no IntervalBlock with an IntervalReading in it");
        }
        List<MeteredInterval> intervals = new ArrayList<>();
        boolean exported = feed.types().anyMatch(ReadingType::isReverse);
        int skipped = 0;
        for (EspiFeed.Block block : feed.blocks()) {
            ReadingType type = feed.typeOf(block);
            if (exported && !type.isReverse()) {
                skipped += block.readings().size();
                continue;
            }
            requireGeneration(type, context);
            for (EspiFeed.Reading reading : block.readings()) {
                intervals.add(interval(reading, type));
            }
        }
        List<UploadFinding> notes = skipped == 0
                ? List.of()
                : List.of(UploadFinding.of(
                        UploadRule.NO_EXPORT_REGISTER,
                        Place.file(),
                        skipped,
                        skipped + " readings of the other direction are left aside"));
        return FileContent.intervals(FileFormat.GREENBUTTON, intervals, notes);
    }

    private static void requireGeneration(ReadingType type, UploadContext context) throws RefusedFileException {
        require(type, "uom", type.unit(), WATT_HOURS, UploadRule.UNIT_UNKNOWN);
        require(type, "accumulationBehaviour", type.accumulation(), DELTA, UploadRule.UNIT_UNKNOWN);
        require(type, "commodity", type.commodity(), ELECTRICITY, UploadRule.UNIT_UNKNOWN);
        if (!type.isReverse() && !context.forwardIsGeneration()) {
            throw new RefusedFileException(
                    UploadRule.NOT_GENERATION,
                    Place.at(type.line(), "flowDirection"),
                    type.flow(),
                    "Flow direction " + type.flow() + " is energy delivered to the customer");
        }
    }

    private static void require(ReadingType type, String field, String found, String expected, UploadRule rule)
            throws RefusedFileException {
        if (!expected.equals(found)) {
            throw new RefusedFileException(
                    rule, Place.at(type.line(), field), found, field + " is '" + found + "', expected " + expected);
        }
    }

    private static MeteredInterval interval(EspiFeed.Reading reading, ReadingType type) {
        return new MeteredInterval(
                reading.line(),
                reading.start(),
                reading.seconds(),
                BigDecimal.valueOf(reading.value()).scaleByPowerOfTen(type.powerOfTen()),
                quality(reading.quality()));
    }

    /** Quality of reading as ESPI numbers it; the worst of a reading's qualities counts. */
    private static Quality quality(int code) {
        return switch (code) {
            case 8, 9, 10, 12 -> Quality.ESTIMATED;
            case 7, 11, 13, 15 -> Quality.CALCULATED;
            default -> Quality.MEASURED;
        };
    }
}
