package energy.registry.vision.sweep;

import energy.registry.vision.adapter.opencv.FfmpegFootageSource;
import energy.registry.vision.adapter.opencv.OpenCvPictureTools;
import energy.registry.vision.application.Measurement;
import energy.registry.vision.application.VerifyFootage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Renders, encodes and measures drawn cases, as the service would. With a file for its results it goes on where it, or
 * another part of the same sweep, ended.
 */
final class Sweep {
    private final Path folder;
    private final Optional<Path> results;
    private final VerifyFootage verify = new VerifyFootage(new FfmpegFootageSource(), new OpenCvPictureTools());
    private final Map<Long, SweepResult> known = new HashMap<>();

    Sweep(Path folder) {
        this.folder = folder;
        this.results = Optional.empty();
    }

    /** @param results a line for every clip that was measured; read first, then added to */
    Sweep(Path folder, Path results) throws IOException {
        this.folder = folder;
        this.results = Optional.of(results);
        if (Files.exists(results)) {
            for (String line : Files.readAllLines(results)) {
                SweepResult result = SweepResult.parse(line);
                known.put(result.seed(), result);
            }
        }
    }

    SweepReport run(LongFunction<SweepCase> draw, long firstSeed, int count) throws IOException {
        return run(draw, firstSeed, count, Long.MAX_VALUE);
    }

    /** @param nanosMost no clip is begun after so much time */
    SweepReport run(LongFunction<SweepCase> draw, long firstSeed, int count, long nanosMost) throws IOException {
        long began = System.nanoTime();
        List<SweepResult> seen = new ArrayList<>();
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            SweepResult result = known.get(seed);
            if (result == null && System.nanoTime() - began < nanosMost) {
                result = measure(seed, draw.apply(seed));
            }
            if (result != null) {
                seen.add(result);
            }
        }
        return new SweepReport(seen);
    }

    private SweepResult measure(long seed, SweepCase one) throws IOException {
        Path clip = folder.resolve("clip.mp4");
        one.scene().renderTo(clip);
        Measurement measured =
                ((VerifyFootage.Measured) verify.verify(clip, one.nameplate(), Optional.empty())).measurement();
        SweepResult result = SweepResult.of(seed, one, measured);
        if (results.isPresent()) {
            Files.writeString(
                    results.get(), result.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        return result;
    }
}
