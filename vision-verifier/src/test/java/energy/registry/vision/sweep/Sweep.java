package energy.registry.vision.sweep;

import energy.registry.vision.adapter.opencv.FfmpegFootageSource;
import energy.registry.vision.adapter.opencv.OpenCvPictureTools;
import energy.registry.vision.application.Measurement;
import energy.registry.vision.application.VerifyFootage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongFunction;

/** Renders, encodes and measures drawn cases, as the service would. */
final class Sweep {
    private final Path folder;
    private final VerifyFootage verify = new VerifyFootage(new FfmpegFootageSource(), new OpenCvPictureTools());
    final SweepReport report = new SweepReport();

    Sweep(Path folder) {
        this.folder = folder;
    }

    Sweep run(LongFunction<SweepCase> draw, long firstSeed, int count) throws IOException {
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            SweepCase one = draw.apply(seed);
            report.add(one, measure(one));
        }
        return this;
    }

    Measurement measure(SweepCase one) throws IOException {
        Path clip = folder.resolve("clip.mp4");
        one.scene().renderTo(clip);
        return ((VerifyFootage.Measured) verify.verify(clip, one.nameplate(), Optional.empty())).measurement();
    }
}
