package energy.registry.vision.application;

import energy.registry.vision.commission.Proposal;
import energy.registry.vision.commission.View;
import energy.registry.vision.footage.Clip;
import energy.registry.vision.footage.ColourFrame;
import energy.registry.vision.footage.GreyFrame;
import energy.registry.vision.footage.Outline;
import energy.registry.vision.footage.PictureSize;
import energy.registry.vision.footage.Place;
import energy.registry.vision.port.FootageSource;
import energy.registry.vision.port.PictureReader;
import energy.registry.vision.port.ViewProposer;
import energy.registry.vision.port.ViewProposer.Kind;
import energy.registry.vision.rotor.RotorProposer;
import energy.registry.vision.solar.PanelFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where hub and blades, or panels, may be on a picture or in a clip. */
public final class ProposeViews {
    /** A person looks at a handful. */
    static final int PROPOSALS_MAX = 16;

    private static final int BLADES_USUAL = 3;
    private static final double FPS_ENOUGH = 25;

    private final FootageSource source;
    private final PictureReader pictures;
    private final Optional<ViewProposer> trained;

    /** @param trained a model that the operator gave, whose proposals come first */
    public ProposeViews(FootageSource source, PictureReader pictures, Optional<ViewProposer> trained) {
        this.source = source;
        this.pictures = pictures;
        this.trained = trained;
    }

    public sealed interface Answer {}

    /** @param size of the picture or clip that was sent: proposals are in its pixels */
    public record Proposed(PictureSize size, List<Proposal> proposals) implements Answer {}

    public record Declined(String detail) implements Answer {}

    public Answer propose(Path file, Kind kind) throws IOException {
        if (Files.size(file) <= PictureReader.BYTES_MAX) {
            PictureReader.Answer picture = pictures.read(Files.readAllBytes(file));
            if (picture instanceof PictureReader.Read read) {
                return answer(read.size(), read.frame(), kind, still(read.frame(), kind));
            }
        }
        FootageSource.Answer footage = source.decode(new FootageSource.Request(file, Optional.empty(), FPS_ENOUGH));
        if (footage instanceof FootageSource.Refused refused) {
            return new Declined("body: neither a picture nor a clip that can be read ("
                    + refused.reason().name() + "); send a JPEG, PNG or a clip of the camera");
        }
        Clip clip = ((FootageSource.Decoded) footage).clip();
        PictureSize size =
                new PictureSize(clip.facts().sourceWidth(), clip.facts().sourceHeight());
        ColourFrame frame = clip.keyFrames().get(0);
        return answer(
                size,
                frame,
                kind,
                kind == Kind.ROTOR ? rotors(RotorProposer.inClip(clip.frames())) : still(frame, kind));
    }

    private static List<Proposal> still(ColourFrame frame, Kind kind) {
        if (kind == Kind.PANELS) {
            return PanelFinder.in(frame).stream()
                    .map(found -> new Proposal(new View.PanelView(found.outline()), found.confidence()))
                    .toList();
        }
        byte[] grey = Arrays.copyOf(frame.planes(), frame.width() * frame.height());
        return rotors(RotorProposer.inPicture(new GreyFrame(frame.width(), frame.height(), grey, 0), BLADES_USUAL));
    }

    private static List<Proposal> rotors(List<RotorProposer.Proposed> found) {
        return found.stream()
                .map(rotor -> new Proposal(
                        new View.RotorView(new Place(rotor.hubX(), rotor.hubY()), rotor.radius(), rotor.blades()),
                        rotor.confidence()))
                .toList();
    }

    private Answer answer(PictureSize size, ColourFrame frame, Kind kind, List<Proposal> own) {
        List<Proposal> all = new ArrayList<>();
        trained.ifPresent(proposer -> all.addAll(proposer.propose(frame, kind)));
        own.stream()
                .sorted(Comparator.comparingDouble(proposal -> -proposal.confidence()))
                .forEach(all::add);
        double x = size.width() / (double) frame.width();
        double y = size.height() / (double) frame.height();
        return new Proposed(
                size,
                all.stream()
                        .limit(PROPOSALS_MAX)
                        .map(proposal -> new Proposal(carried(proposal.view(), x, y), proposal.confidence()))
                        .toList());
    }

    /** From the working size to whole pixels of what was sent. */
    private static View carried(View view, double x, double y) {
        if (view instanceof View.RotorView rotor) {
            return new View.RotorView(
                    whole(rotor.hub(), x, y), Math.round(rotor.radius() * Math.sqrt(x * y)), rotor.blades());
        }
        View.PanelView panels = (View.PanelView) view;
        return new View.PanelView(new Outline(panels.outline().corners().stream()
                .map(corner -> whole(corner, x, y))
                .toList()));
    }

    private static Place whole(Place place, double x, double y) {
        return new Place(Math.round(place.x() * x), Math.round(place.y() * y));
    }
}
