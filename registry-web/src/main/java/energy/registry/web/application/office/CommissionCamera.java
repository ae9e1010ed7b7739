package energy.registry.web.application.office;

import energy.registry.web.application.Permission;
import energy.registry.web.model.Actor;
import energy.registry.web.model.DeviceRow;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Role;
import energy.registry.web.model.office.Service;
import energy.registry.web.port.Devices;
import energy.registry.web.port.office.Questions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The owner shows, on a picture of the camera, where the hub or the panels are; the camera service keeps each version. */
public final class CommissionCamera {
    /** Largest reference picture: a full-HD JPEG of the best quality, with room. */
    public static final int PICTURE_BYTES_MAX = 2 * 1024 * 1024;

    private static final int SIDE_MAX = 8_192; // pixels of any camera
    private static final int POINTS_MAX = 64; // corners of a roof
    private static final int BLADES_MAX = 12;

    private final Devices devices;
    private final Questions questions;
    private final Journal journal;

    public CommissionCamera(Devices devices, Questions questions, Journal journal) {
        this.devices = devices;
        this.questions = questions;
        this.journal = journal;
    }

    /** A place on the picture, pixels from its upper left corner. */
    public record Point(int x, int y) {}

    /** What was marked: a hub with its radius and blades, or the corners of the panels. */
    public record Marks(int width, int height, Point hub, int radius, int blades, List<Point> polygon) {
        public Marks {
            polygon = List.copyOf(polygon);
        }
    }

    public Optional<DeviceRow> device(Actor actor, String deviceId, String cameraId) {
        Permission.requireSignedIn(actor);
        return devices.find(deviceId)
                .filter(device ->
                        actor.maySee(device.owner()) && device.cameraIds().contains(cameraId));
    }

    /** The version in force, with those before it. */
    public Outcome<Map<String, Object>> current(Actor actor, String deviceId, String cameraId) {
        return checked(actor, deviceId, cameraId)
                .then(device -> questions.ask(Service.CAMERAS, path(deviceId, cameraId)));
    }

    public Outcome<byte[]> picture(Actor actor, String deviceId, String cameraId) {
        return checked(actor, deviceId, cameraId)
                .then(device -> questions.picture(Service.CAMERAS, path(deviceId, cameraId) + "/picture.jpg"));
    }

    /** Where the camera service would look for the hub, or the panels, on this picture. */
    public Outcome<Map<String, Object>> proposal(Actor actor, String deviceId, String cameraId, byte[] picture) {
        return checked(actor, deviceId, cameraId)
                .then(device -> unfit(picture).map(Outcome::<DeviceRow>refused).orElseGet(() -> Outcome.done(device)))
                .then(device -> questions.send(
                        Service.CAMERAS,
                        "/v1/commissioning/proposal?kind=" + (wind(device) ? "ROTOR" : "PANELS"),
                        picture,
                        actor.user()));
    }

    public Outcome<String> keep(
            Actor actor, String deviceId, String cameraId, Marks marks, byte[] picture, String reason) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.GENERATOR, Role.ISSUING_BODY);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return checked(actor, deviceId, cameraId).then(device -> {
            Optional<Refusal> off =
                    unfit(picture).or(() -> Reasons.wrong(reason)).or(() -> wrong(marks, wind(device)));
            if (off.isPresent()) {
                return Outcome.refused(off.get());
            }
            return questions
                    .put(
                            Service.CAMERAS,
                            path(deviceId, cameraId),
                            body(actor, marks, picture, reason.strip(), wind(device)))
                    .map(answer -> {
                        String version = String.valueOf(answer.get("version"));
                        journal.record(
                                actor,
                                "CAMERA_COMMISSIONED",
                                cameraId,
                                device.owner(),
                                "Commissioned " + cameraId + " of " + deviceId + ", version " + version + ".",
                                reason);
                        return version;
                    });
        });
    }

    private Outcome<DeviceRow> checked(Actor actor, String deviceId, String cameraId) {
        return device(actor, deviceId, cameraId)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.notFound("Camera " + cameraId)));
    }

    private static boolean wind(DeviceRow device) {
        return "WIND".equals(device.technology());
    }

    private static Optional<Refusal> unfit(byte[] picture) {
        boolean fits = picture.length > 0
                && picture.length <= PICTURE_BYTES_MAX
                && FileTypes.mediaType(picture).filter("image/jpeg"::equals).isPresent();
        return fits
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "picture", picture.length + " bytes", "Choose a JPEG of at most 2 MiB that the camera took."));
    }

    private static Optional<Refusal> wrong(Marks marks, boolean wind) {
        if (marks.width() < 1 || marks.height() < 1 || marks.width() > SIDE_MAX || marks.height() > SIDE_MAX) {
            return Optional.of(Refusal.invalid(
                    "picture", marks.width() + " × " + marks.height(), "Choose the picture once more."));
        }
        if (wind) {
            boolean good = inside(marks.hub(), marks)
                    && marks.radius() >= 4
                    && marks.radius() <= SIDE_MAX
                    && marks.blades() >= 1
                    && marks.blades() <= BLADES_MAX;
            return good
                    ? Optional.empty()
                    : Optional.of(Refusal.invalid(
                            "hub",
                            String.valueOf(marks.hub()),
                            "Mark the hub inside the picture, then a blade's tip, and give 1 to 12 blades."));
        }
        boolean good = marks.polygon().size() >= 3
                && marks.polygon().size() <= POINTS_MAX
                && marks.polygon().stream().allMatch(point -> inside(point, marks));
        return good
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "polygon",
                        marks.polygon().size() + " corners",
                        "Mark 3 to 64 corners of the panels inside the picture."));
    }

    private static boolean inside(Point point, Marks marks) {
        return point != null
                && point.x() >= 0
                && point.y() >= 0
                && point.x() < marks.width()
                && point.y() < marks.height();
    }

    private static Map<String, Object> body(Actor actor, Marks marks, byte[] picture, String reason, boolean wind) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("kind", wind ? "ROTOR" : "PANELS");
        if (wind) {
            view.put("hub", place(marks.hub()));
            view.put("radius", marks.radius());
            view.put("blades", marks.blades());
        } else {
            List<Object> polygon = new ArrayList<>();
            marks.polygon().forEach(point -> polygon.add(place(point)));
            view.put("polygon", polygon);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("actor", actor.user());
        body.put("reason", reason);
        body.put("width", marks.width());
        body.put("height", marks.height());
        body.put("picture", Base64.getEncoder().encodeToString(picture));
        body.put("views", List.of(view));
        return body;
    }

    private static Map<String, Object> place(Point point) {
        return Map.of("x", point.x(), "y", point.y());
    }

    private String path(String deviceId, String cameraId) {
        return "/v1/commissioning/" + questions.part(deviceId) + "/" + questions.part(cameraId);
    }
}
