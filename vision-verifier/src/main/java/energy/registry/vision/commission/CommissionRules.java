package energy.registry.vision.commission;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Technology;
import energy.registry.vision.footage.Outline;
import energy.registry.vision.footage.PictureSize;
import energy.registry.vision.footage.Place;
import java.util.List;
import java.util.Optional;

/** What may be commissioned; each rule answers with the field, its value and the remedy. */
public final class CommissionRules {
    static final int VIEWS_MAX = 32; // tables of panels in one picture
    static final int TEXT_MAX = 500; // characters of a reason
    static final double RADIUS_MIN = 8; // pixels from which a rotor is measured
    private static final double AREA_PART_MIN = 0.002; // smaller panels have no structure at working size

    private CommissionRules() {}

    public static Optional<String> broken(ProductionDevice device, Commission draft) {
        return text("actor", draft.actor())
                .or(() -> text("reason", draft.reason()))
                .or(() -> camera(device, draft.cameraId()))
                .or(() -> views(device, draft));
    }

    private static Optional<String> text(String field, String value) {
        boolean good = !value.isBlank() && value.length() <= TEXT_MAX;
        return good
                ? Optional.empty()
                : Optional.of(field + ": " + value.length() + " characters; give 1 to " + TEXT_MAX);
    }

    private static Optional<String> camera(ProductionDevice device, String cameraId) {
        boolean own =
                device.cameras().stream().anyMatch(camera -> camera.cameraId().equals(cameraId));
        return own
                ? Optional.empty()
                : Optional.of("cameraId: '" + cameraId + "' is no camera of " + device.deviceId()
                        + "; register it with the device first");
    }

    private static Optional<String> views(ProductionDevice device, Commission draft) {
        List<View> views = draft.views();
        if (views.isEmpty() || views.size() > VIEWS_MAX) {
            return Optional.of("views: " + views.size() + " of them; mark 1 to " + VIEWS_MAX);
        }
        boolean wind = device.rotor() != null;
        if (wind && (views.size() != 1 || draft.rotor().isEmpty())) {
            return Optional.of("views: " + device.deviceId() + " has a rotor; mark its hub and a blade's tip, once");
        }
        if (!wind
                && (device.technology() != Technology.SOLAR
                        || draft.panels().isEmpty()
                        || draft.rotor().isPresent())) {
            return Optional.of("views: " + device.deviceId() + " is " + device.technology()
                    + "; only panels of arrays are marked");
        }
        return views.stream()
                .map(view -> view(view, draft.size(), device))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> view(View view, PictureSize size, ProductionDevice device) {
        if (view instanceof View.RotorView rotor) {
            return rotor(rotor, size, device);
        }
        Outline outline = view instanceof View.PanelView panels ? panels.outline() : ((View.SkyView) view).outline();
        for (Place corner : outline.corners()) {
            if (!isInside(corner, size)) {
                return Optional.of("polygon: " + corner + " is outside of the picture; mark corners inside");
            }
        }
        return outline.area() >= AREA_PART_MIN * size.width() * size.height()
                ? Optional.empty()
                : Optional.of("polygon: " + Math.round(outline.area()) + " square pixels; mark at least "
                        + Math.round(AREA_PART_MIN * size.width() * size.height()));
    }

    private static Optional<String> rotor(View.RotorView rotor, PictureSize size, ProductionDevice device) {
        if (!isInside(rotor.hub(), size)) {
            return Optional.of("hub: " + rotor.hub() + " is outside of the picture; mark it inside");
        }
        if (!(rotor.radius() >= RADIUS_MIN && rotor.radius() <= Math.max(size.width(), size.height()))) {
            return Optional.of("radius: " + rotor.radius() + " pixels; mark a rotor of " + RADIUS_MIN + " or more");
        }
        return rotor.blades() == device.rotor().blades()
                ? Optional.empty()
                : Optional.of("blades: " + rotor.blades() + "; the device is registered with "
                        + device.rotor().blades());
    }

    private static boolean isInside(Place place, PictureSize size) {
        return place.x() >= 0 && place.y() >= 0 && place.x() < size.width() && place.y() < size.height();
    }
}
