package energy.registry.vision.application;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.RotorState;
import energy.registry.vision.footage.Clip;
import energy.registry.vision.footage.FootageRefusal;
import energy.registry.vision.footage.GreyFrame;
import energy.registry.vision.footage.MarkedRegion;
import energy.registry.vision.footage.Region;
import energy.registry.vision.guard.FeedGuard;
import energy.registry.vision.guard.GuardReport;
import energy.registry.vision.guard.RotorDisc;
import energy.registry.vision.port.FootageSource;
import energy.registry.vision.port.PictureTools;
import energy.registry.vision.rotor.Nameplate;
import energy.registry.vision.rotor.RotorSpeedMeter;
import energy.registry.vision.rotor.RotorTrack;
import energy.registry.vision.rotor.StandingRotor;
import energy.registry.vision.rotor.StandingRotorMeter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Measures one clip: hash the bytes, decode, look for tampering, look for the rotor, conclude. */
public final class VerifyFootage {
    /** Name and version of the measuring software, as verdicts carry it. Any change of a figure changes it. */
    public static final String ALGORITHM = "phase-vortex-8";

    /** 64 MiB: a minute of 1080p at 8 Mbit/s. */
    public static final long BYTES_MAX = 64L << 20;

    /** Frames a second that suffice for every rotor but the fastest. */
    private static final double FPS_ENOUGH = 25;

    private static final double PASSES_PER_FRAME_ROOMY = 0.3;

    private final ReadFootage read;
    private final PictureTools tools;

    public VerifyFootage(FootageSource source, PictureTools tools) {
        this.read = new ReadFootage(source);
        this.tools = tools;
    }

    /** A measurement, or why the file is no footage. */
    public sealed interface Answer {}

    public record Measured(Measurement measurement) implements Answer {}

    public record Refused(FootageRefusal reason, String detail) implements Answer {}

    public Answer verify(Path file, Nameplate nameplate, Optional<Region> region) throws IOException {
        return verify(file, nameplate, region, 0);
    }

    /**
     * @param file one file, or a folder of pictures
     * @param sequenceFps rate at which a folder's pictures were taken; 0 for a file
     */
    public Answer verify(Path file, Nameplate nameplate, Optional<Region> region, double sequenceFps)
            throws IOException {
        return verify(new FootageSource.Request(file, region, fpsWanted(nameplate), sequenceFps), nameplate);
    }

    /** @param rotor the commissioned part of the picture */
    public Answer verify(Path file, Nameplate nameplate, MarkedRegion rotor) throws IOException {
        return verify(FootageSource.Request.of(file, rotor, fpsWanted(nameplate)), nameplate);
    }

    private Answer verify(FootageSource.Request request, Nameplate nameplate) throws IOException {
        ReadFootage.Answer answer = read.read(request);
        if (answer instanceof ReadFootage.Unreadable unreadable) {
            return new Refused(unreadable.reason(), unreadable.detail());
        }
        ReadFootage.Readable readable = (ReadFootage.Readable) answer;
        return new Measured(measure(readable.sha256(), readable.bytes(), nameplate, readable.clip()));
    }

    private static double fpsWanted(Nameplate nameplate) {
        double passesPerSecond = nameplate.rpmMax() * Math.max(3, nameplate.blades()) / 60;
        return Math.max(FPS_ENOUGH, passesPerSecond / PASSES_PER_FRAME_ROOMY);
    }

    private Measurement measure(Digest sha256, long bytes, Nameplate nameplate, Clip clip) {
        List<GreyFrame> frames = clip.frames();
        Optional<RotorTrack> track = new RotorSpeedMeter(nameplate).measure(frames);
        Optional<RotorDisc> disc = track.map(t -> new RotorDisc(t.hubX(), t.hubY(), t.radius()));
        GuardReport guard = new FeedGuard().inspect(clip, tools::shifts, disc);
        boolean runs = track.isPresent() && track.get().isAccepted();
        boolean mayStand = !runs && track.filter(RotorTrack::mayTurn).isEmpty();
        Optional<StandingRotor> standing =
                mayStand ? new StandingRotorMeter(nameplate).measure(frames) : Optional.empty();
        RotorState state = RotorState.INCONCLUSIVE;
        if (guard.flags().isEmpty() && runs && guard.wouldShowALoop()) {
            state = RotorState.RUNNING;
        } else if (guard.flags().isEmpty() && standing.isPresent() && guard.isAlive()) {
            state = RotorState.STOPPED;
        }
        return new Measurement(
                sha256,
                bytes,
                nameplate,
                clip,
                guard,
                state,
                track,
                standing,
                Reasons.of(frames, nameplate, track, standing, guard),
                Kymograph.of(frames, track, standing));
    }
}
