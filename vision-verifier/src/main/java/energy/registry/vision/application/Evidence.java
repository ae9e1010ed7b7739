package energy.registry.vision.application;

import energy.registry.vision.footage.ColourFrame;
import energy.registry.vision.port.PictureTools;
import java.util.ArrayList;
import java.util.List;

/** What is kept of a measurement: the record, the kymograph and the key frames whose digests stand in it. */
public record Evidence(byte[] record, byte[] kymograph, List<byte[]> frames) {
    /** First, last, and two in between. */
    private static final int FRAMES = 4;

    public static Evidence of(Measurement measurement, PictureTools tools, EvidenceRecords records) {
        Kymograph picture = measurement.kymograph();
        byte[] kymograph = tools.png(picture.width(), picture.height(), picture.pixels());
        List<byte[]> frames = keyFrames(measurement.clip().keyFrames(), tools);
        return new Evidence(records.of(measurement, kymograph, frames), kymograph, frames);
    }

    private static List<byte[]> keyFrames(List<ColourFrame> all, PictureTools tools) {
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
