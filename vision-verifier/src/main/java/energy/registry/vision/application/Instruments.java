package energy.registry.vision.application;

import energy.registry.vision.port.CommissionStore;
import energy.registry.vision.port.FootageSource;
import energy.registry.vision.port.PictureReader;
import energy.registry.vision.port.PictureTools;
import energy.registry.vision.port.Sun;

/** What clips are measured with, put together once. */
public record Instruments(
        FootageSource source,
        PictureTools tools,
        PictureReader pictures,
        Sun sun,
        CommissionStore commissions,
        LearnedCurves curves) {
    ClipMeasurer turbines() {
        return new RotorMeasurer(new VerifyFootage(source, tools), tools, records(), commissions, curves);
    }

    ClipMeasurer arrays() {
        return new SolarMeasurer(source, tools, pictures, records(), commissions, sun);
    }

    private EvidenceRecords records() {
        return new EvidenceRecords(source.version(), tools.version());
    }
}
