package energy.registry.vision.commission;

import energy.registry.domain.encoding.Digest;
import energy.registry.vision.footage.MarkedRegion;
import energy.registry.vision.footage.Outline;
import energy.registry.vision.footage.PictureSize;
import energy.registry.vision.footage.Region;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One version of what a person marked for a camera.
 *
 * @param digest SHA-256 over the stored document, which names the picture's digest and the version before
 */
public record Commission(
        String deviceId,
        String cameraId,
        int version,
        Digest digest,
        String actor,
        Instant at,
        String reason,
        PictureSize size,
        Digest picture,
        List<View> views) {
    /** Blades, their blur and a slightly misplaced mark stay inside. */
    private static final double MARGIN = 1.35;

    public Commission {
        views = List.copyOf(views);
    }

    public Optional<View.RotorView> rotor() {
        return views.stream()
                .filter(View.RotorView.class::isInstance)
                .map(View.RotorView.class::cast)
                .findFirst();
    }

    /** The part of the picture that holds the marked rotor and, as far as marks can tell, no other. */
    public Optional<MarkedRegion> rotorRegion() {
        return rotor().map(rotor -> {
            double reach = MARGIN * rotor.radius();
            int left = (int) Math.max(0, Math.floor(rotor.hub().x() - reach));
            int top = (int) Math.max(0, Math.floor(rotor.hub().y() - reach));
            int right = (int) Math.min(size.width(), Math.ceil(rotor.hub().x() + reach));
            int bottom = (int) Math.min(size.height(), Math.ceil(rotor.hub().y() + reach));
            return new MarkedRegion(size, new Region(left, top, right - left, bottom - top));
        });
    }

    public List<Outline> panels() {
        return views.stream()
                .filter(View.PanelView.class::isInstance)
                .map(view -> ((View.PanelView) view).outline())
                .toList();
    }

    public List<Outline> sky() {
        return views.stream()
                .filter(View.SkyView.class::isInstance)
                .map(view -> ((View.SkyView) view).outline())
                .toList();
    }
}
