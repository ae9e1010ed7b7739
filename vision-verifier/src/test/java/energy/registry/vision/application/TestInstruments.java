package energy.registry.vision.application;

import energy.registry.vision.adapter.opencv.FfmpegFootageSource;
import energy.registry.vision.adapter.opencv.OpenCvPictureReader;
import energy.registry.vision.adapter.opencv.OpenCvPictureTools;
import energy.registry.vision.adapter.storage.FolderCommissionStore;
import energy.registry.vision.adapter.storage.FolderCurveStore;
import energy.registry.vision.adapter.sun.GrenaSun;
import energy.registry.vision.port.FootageSource;
import java.io.IOException;
import java.nio.file.Path;

/** The instruments as the service puts them together, with what they remember below one folder. */
final class TestInstruments {
    private TestInstruments() {}

    static Instruments in(Path folder) throws IOException {
        return in(folder, new FfmpegFootageSource());
    }

    static Instruments in(Path folder, FootageSource source) throws IOException {
        return new Instruments(
                source,
                new OpenCvPictureTools(),
                new OpenCvPictureReader(),
                new GrenaSun(),
                new FolderCommissionStore(folder.resolve("commissioning")),
                new LearnedCurves(new FolderCurveStore(folder.resolve("curves"))));
    }
}
