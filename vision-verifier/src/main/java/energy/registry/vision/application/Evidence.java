package energy.registry.vision.application;

import energy.registry.vision.footage.ColourFrame;
import energy.registry.vision.port.PictureTools;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is kept of a measurement: the record, the kymograph and the key frames whose digests stand in it. */
public record Evidence(byte[] record, byte[] kymograph, List<byte[]> frames) {
    /** First, last, and two in between. */
    private static final int FRAMES = 4;

    public static Evidence of(Measurement measurement, PictureTools tools, EvidenceRecords records) {
        return of(measurement, tools, records, Map.of());
    }

    /** @param context what of the device the measurement rests on, as it stands in the record */
    static Evidence of(
            Measurement measurement, PictureTools tools, EvidenceRecords records, Map<String, Object> context) {
        Kymograph picture = measurement.kymograph();
        byte[] kymograph = tools.png(picture.width(), picture.height(), picture.pixels());
        List<byte[]> frames = keyFrames(measurement.clip().keyFrames(), tools);
        return new Evidence(records.of(measurement, kymograph, frames, context), kymograph, frames);
    }

    static List<byte[]> keyFrames(List<ColourFrame> all, PictureTools tools) {
        List<byte[]> chosen = new ArrayList<>();
        int last = all.size() - 1;
        int before = -1;
        for (int i = 0; i < FRAMES; i++) {
            int index = Math.round(last * i / (FRAMES - 1f));
            if (index != before) {
                chosen.add(tools.jpeg(all.get(index)));
            }
            before = index;
        }
        return List.copyOf(chosen);
    }
}
