package energy.registry.vision.application;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.RotorState;
import energy.registry.vision.footage.Clip;
import energy.registry.vision.footage.FootageRefusal;
import energy.registry.vision.footage.GreyFrame;
import energy.registry.vision.footage.Region;
import energy.registry.vision.guard.FeedGuard;
import energy.registry.vision.guard.GuardReport;
import energy.registry.vision.guard.RotorDisc;
import energy.registry.vision.guard.Shift;
import energy.registry.vision.guard.StillEdges;
import energy.registry.vision.port.FootageSource;
import energy.registry.vision.port.PictureTools;
import energy.registry.vision.rotor.Nameplate;
import energy.registry.vision.rotor.RotorReason;
import energy.registry.vision.rotor.RotorSpeedMeter;
import energy.registry.vision.rotor.RotorTrack;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures one clip: hash the bytes, decode, look for tampering, look for the rotor, conclude. */
public final class VerifyFootage {
    /** Name and version of the measuring software, as verdicts carry it. Any change of a figure changes it. */
    public static final String ALGORITHM = "phase-vortex-1";

    /** 64 MiB: a minute of 1080p at 8 Mbit/s. */
    public static final long BYTES_MAX = 64L << 20;

    /** Frames a second that suffice for every rotor but the fastest. */
    private static final double FPS_ENOUGH = 25;

    private static final double PASSES_PER_FRAME_ROOMY = 0.3;

    private final FootageSource source;
    private final PictureTools tools;

    public VerifyFootage(FootageSource source, PictureTools tools) {
        this.source = source;
        this.tools = tools;
    }

    /** A measurement, or why the file is no footage. */
    public sealed interface Answer {}

    public record Measured(Measurement measurement) implements Answer {}

    public record Refused(FootageRefusal reason, String detail) implements Answer {}

    public Answer verify(Path file, Nameplate nameplate, Optional<Region> region) throws IOException {
        long bytes = Files.size(file);
        if (bytes == 0) {
            return new Refused(FootageRefusal.EMPTY, file.getFileName() + " has 0 bytes");
        }
        if (bytes > BYTES_MAX) {
            return new Refused(FootageRefusal.TOO_LARGE, bytes + " bytes; at most " + BYTES_MAX);
        }
        Digest sha256 = digest(file);
        FootageSource.Answer decoded = source.decode(new FootageSource.Request(file, region, fpsWanted(nameplate)));
        if (decoded instanceof FootageSource.Refused refused) {
            return new Refused(refused.reason(), refused.detail());
        }
        Clip clip = ((FootageSource.Decoded) decoded).clip();
        return new Measured(measure(sha256, bytes, nameplate, clip));
    }

    private static double fpsWanted(Nameplate nameplate) {
        double passesPerSecond = nameplate.rpmMax() * Math.max(3, nameplate.blades()) / 60;
        return Math.max(FPS_ENOUGH, passesPerSecond / PASSES_PER_FRAME_ROOMY);
    }

    private Measurement measure(Digest sha256, long bytes, Nameplate nameplate, Clip clip) {
        List<GreyFrame> frames = clip.frames();
        Optional<RotorTrack> track = new RotorSpeedMeter(nameplate).measure(frames);
        Optional<RotorDisc> disc = track.map(t -> new RotorDisc(t.hubX(), t.hubY(), t.radius()));
        GuardReport guard = new FeedGuard().inspect(frames, shifts(frames), disc);
        List<RotorReason> reasons = reasons(frames, track, guard);
        boolean running =
                track.isPresent() && track.get().isAccepted() && guard.flags().isEmpty();
        return new Measurement(
                sha256,
                bytes,
                nameplate,
                clip,
                guard,
                running ? RotorState.RUNNING : RotorState.INCONCLUSIVE,
                track,
                reasons,
                Kymograph.of(frames, track));
    }

    private static List<RotorReason> reasons(List<GreyFrame> frames, Optional<RotorTrack> track, GuardReport guard) {
        List<RotorReason> reasons = new ArrayList<>();
        if (!guard.flags().isEmpty()) {
            reasons.add(RotorReason.FOOTAGE_NOT_TRUSTED);
        }
        if (frames.size() < RotorSpeedMeter.FRAMES_MIN) {
            reasons.add(RotorReason.TOO_FEW_FRAMES);
        } else if (track.isEmpty()) {
            reasons.add(RotorReason.NO_ROTOR_FOUND);
        } else if (!track.get().isAccepted()) {
            reasons.addAll(track.get().objections());
        } else if (reasons.isEmpty()) {
            reasons.add(RotorReason.ROTOR_MEASURED);
        }
        return reasons;
    }

    private List<Shift> shifts(List<GreyFrame> frames) {
        List<GreyFrame> still = StillEdges.of(frames);
        return tools.shifts(still.get(0), still);
    }

    private static Digest digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, sha).transferTo(OutputStream.nullOutputStream());
            return Digest.of(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
