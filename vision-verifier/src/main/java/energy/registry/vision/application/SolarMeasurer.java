package energy.registry.vision.application;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.evidence.ClipCapture;
import energy.registry.domain.evidence.RotorState;
import energy.registry.vision.commission.Commission;
import energy.registry.vision.footage.ColourFrame;
import energy.registry.vision.guard.FeedGuard;
import energy.registry.vision.guard.FootagePrint;
import energy.registry.vision.guard.GuardReport;
import energy.registry.vision.guard.IntegrityFlag;
import energy.registry.vision.physics.ExpectedPower;
import energy.registry.vision.physics.SolarBand;
import energy.registry.vision.port.CommissionStore;
import energy.registry.vision.port.FootageSource;
import energy.registry.vision.port.PictureReader;
import energy.registry.vision.port.PictureTools;
import energy.registry.vision.port.Sun;
import energy.registry.vision.solar.Site;
import energy.registry.vision.solar.SolarMeter;
import energy.registry.vision.solar.SolarReason;
import energy.registry.vision.solar.SolarView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Clips of arrays: the sky, the panels, and the most power that they leave possible. There is no rotor, so the verdict's
 * rotor state is INCONCLUSIVE; what was seen stands in its reasons and in the record.
 */
final class SolarMeasurer implements ClipMeasurer {
    static final String ALGORITHM = "solar-view-1";

    /** Clouds and grass move slowly; the guard needs no more. */
    private static final double FPS_ENOUGH = 10;

    /** Shorter clips show neither that the scene lives nor that it does not return. */
    private static final double SECONDS_MIN = 6;

    /**
     * Grey levels by which clouds, leaves or grass have to change in a second. An encoder makes 0.7 out of a still
     * picture with noise; a hedge under an even sky shows 3.
     */
    static final double ALIVE_LEVELS = 1;

    static final double ALIVE_OVER_QUIET = 5;

    private static final int MINUTE = 60;
    private static final double MICRO = 1e6;

    private final ReadFootage read;
    private final PictureTools tools;
    private final PictureReader pictures;
    private final EvidenceRecords records;
    private final CommissionStore commissions;
    private final Sun sun;

    SolarMeasurer(
            FootageSource source,
            PictureTools tools,
            PictureReader pictures,
            EvidenceRecords records,
            CommissionStore commissions,
            Sun sun) {
        this.read = new ReadFootage(source);
        this.tools = tools;
        this.pictures = pictures;
        this.records = records;
        this.commissions = commissions;
        this.sun = sun;
    }

    @Override
    public String algorithm() {
        return ALGORITHM;
    }

    @Override
    public boolean dependsOnTime() {
        return true;
    }

    @Override
    public Findings measure(Path clip, ClipCapture capture, ProductionDevice device, Map<String, Object> taken)
            throws IOException {
        ReadFootage.Answer answer = read.read(new FootageSource.Request(clip, Optional.empty(), FPS_ENOUGH));
        if (answer instanceof ReadFootage.Unreadable unreadable) {
            return Findings.unreadable(unreadable.reason().name(), records.of(capture.clip(), unreadable));
        }
        ReadFootage.Readable footage = (ReadFootage.Readable) answer;
        Optional<Commission> commission = commissions.current(device.deviceId(), capture.cameraId());
        Optional<Site> site = commission.isPresent() ? site(commission.get()) : Optional.empty();
        SolarView view = SolarMeter.measure(footage.clip(), site, elevation(device, capture.capturedEpochSecond()));
        GuardReport guard = guard(footage, view);
        List<SolarReason> reasons = reasons(footage, view, guard);
        boolean telling = guard.flags().isEmpty()
                && view.isTelling()
                && !reasons.contains(SolarReason.CLIP_TOO_SHORT)
                && !reasons.contains(SolarReason.SCENE_NOT_SHOWN_ALIVE);
        Optional<ExpectedPower> expected = telling
                ? Optional.of(SolarBand.of(device.capacityW(), highest(device, capture), view.sky(), view.panels()))
                : Optional.empty();
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<byte[]> frames = Evidence.keyFrames(footage.clip().keyFrames(), tools);
        for (int i = 0; i < frames.size(); i++) {
            files.put(JudgeClip.frameName(i), frames.get(i));
        }
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("device", context(device, capture, commission, expected));
        if (!taken.isEmpty()) {
            own.put("taken", taken);
        }
        own.put("solar", SolarRecords.of(view, reasons));
        return new Findings(
                RotorState.INCONCLUSIVE,
                0,
                0,
                guard.flags().stream().map(Enum::name).toList(),
                reasons.stream().map(Enum::name).toList(),
                records.of(footage, guard, own, files),
                files,
                Optional.of(FootagePrint.of(footage.clip().frames(), Optional.empty())));
    }

    /** The reference picture at the working size, and the marks in its pixels. */
    private Optional<Site> site(Commission commission) throws IOException {
        PictureReader.Answer answer = pictures.read(commissions.picture(commission));
        if (!(answer instanceof PictureReader.Read reference)) {
            throw new IOException("the reference picture of " + commission.cameraId() + " version "
                    + commission.version() + " cannot be read");
        }
        ColourFrame frame = reference.frame();
        double x = frame.width() / (double) commission.size().width();
        double y = frame.height() / (double) commission.size().height();
        return Optional.of(new Site(
                frame,
                commission.panels().stream().map(panel -> panel.scaled(x, y)).toList(),
                commission.sky().stream().map(sky -> sky.scaled(x, y)).toList()));
    }

    private GuardReport guard(ReadFootage.Readable footage, SolarView view) {
        GuardReport pixels = new FeedGuard().inspect(footage.clip(), tools::shifts, Optional.empty());
        Set<IntegrityFlag> flags = EnumSet.noneOf(IntegrityFlag.class);
        flags.addAll(pixels.flags());
        if (view.moved()) {
            flags.add(IntegrityFlag.CAMERA_MOVED);
        }
        if (view.lightWithoutSun()) {
            flags.add(IntegrityFlag.LIGHT_WITHOUT_SUN);
        }
        return new GuardReport(flags, pixels.statistics());
    }

    private static List<SolarReason> reasons(ReadFootage.Readable footage, SolarView view, GuardReport guard) {
        List<SolarReason> reasons = new ArrayList<>();
        if (!guard.flags().isEmpty()) {
            reasons.add(SolarReason.FOOTAGE_NOT_TRUSTED);
        }
        if (footage.clip().facts().seconds() < SECONDS_MIN) {
            reasons.add(SolarReason.CLIP_TOO_SHORT);
        }
        if (!guard.isAlive(ALIVE_LEVELS, ALIVE_OVER_QUIET)) {
            reasons.add(SolarReason.SCENE_NOT_SHOWN_ALIVE);
        }
        reasons.addAll(view.reasons());
        return reasons;
    }

    private Map<String, Object> context(
            ProductionDevice device,
            ClipCapture capture,
            Optional<Commission> commission,
            Optional<ExpectedPower> expected) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("deviceId", device.deviceId());
        out.put("capacityW", device.capacityW());
        out.put("capturedEpochSecond", capture.capturedEpochSecond());
        out.put("commissioning", commission.map(EvidenceRecords::commissioning).orElse(null));
        out.put("expected", expected.map(EvidenceRecords::expected).orElse(null));
        return out;
    }

    private double elevation(ProductionDevice device, long epochSecond) {
        return sun.elevationDegrees(
                epochSecond, device.latitudeMicroDegrees() / MICRO, device.longitudeMicroDegrees() / MICRO);
    }

    /** The sun's highest stand in the interval: the meter counts all of it. */
    private double highest(ProductionDevice device, ClipCapture capture) {
        double highest = -90;
        for (long at = capture.intervalStartEpochSecond(); at <= capture.intervalEndEpochSecond(); at += MINUTE) {
            highest = Math.max(highest, elevation(device, at));
        }
        return highest;
    }
}
