package energy.registry.ops.device;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.vision.adapter.opencv.OpenCvPictureTools;
import energy.registry.vision.footage.Outline;
import energy.registry.vision.footage.Place;
import energy.registry.vision.synthetic.SolarScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** What a camera before an array records, drawn: rows of panels under the sky of the moment, by day and by night. */
public final class RenderedArray {
    private static final double NIGHT_LIGHT = 0.03;
    private static final double DAY_DEGREES = 4;
    private static final double NIGHT_DEGREES = -6;

    private final SolarScene scene;

    /** @param seed decides what stands on the ground */
    public RenderedArray(long seed) {
        scene = SolarScene.day().seed(seed);
    }

    /**
     * A clip of ten seconds.
     *
     * @param weather decides clouds and wind: equal ones give equal clips
     */
    public byte[] at(double cloudCover, double sunElevationDegrees, long weather) throws IOException {
        Path file = Files.createTempFile("clip-", ".mp4");
        try {
            scene.clouds(cloudCover)
                    .light(light(sunElevationDegrees))
                    .weather(weather)
                    .renderTo(file);
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static double light(double degrees) {
        double day = (degrees - NIGHT_DEGREES) / (DAY_DEGREES - NIGHT_DEGREES);
        return Math.max(NIGHT_LIGHT, Math.min(1, day));
    }

    /** What a person would send who marks the panels on the first clean picture. */
    public ObjectNode commissioning(String actor, String reason) {
        ObjectNode body = Json.object();
        body.put("actor", actor).put("reason", reason);
        body.put("width", scene.width()).put("height", scene.height());
        byte[] picture = new OpenCvPictureTools().jpeg(scene.reference());
        body.put("picture", Base64.getEncoder().encodeToString(picture));
        ArrayNode views = body.putArray("views");
        for (Outline panel : scene.panels()) {
            ArrayNode polygon = views.addObject().put("kind", "PANELS").putArray("polygon");
            for (Place corner : panel.corners()) {
                polygon.addObject().put("x", Math.round(corner.x())).put("y", Math.round(corner.y()));
            }
        }
        return body;
    }
}
