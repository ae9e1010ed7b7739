package energy.registry.vision.commission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.domain.encoding.Digest;
import energy.registry.vision.footage.Outline;
import energy.registry.vision.footage.PictureSize;
import energy.registry.vision.footage.Place;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A version as a document; its digest is that of these bytes, and it names the one before, so that none can be slipped in. */
public final class CommissionDocument {
    private static final String FORMAT = "vision-commission-1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private CommissionDocument() {}

    public static byte[] write(Commission draft, int version, Digest previous) throws IOException {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("format", FORMAT);
        out.put("deviceId", draft.deviceId());
        out.put("cameraId", draft.cameraId());
        out.put("version", version);
        out.put("previous", previous.toString());
        out.put("actor", draft.actor());
        out.put("at", draft.at().toString());
        out.put("reason", draft.reason());
        out.put("width", draft.size().width());
        out.put("height", draft.size().height());
        out.put("pictureSha256", draft.picture().toString());
        out.put("views", draft.views().stream().map(CommissionDocument::write).toList());
        return JSON.writeValueAsBytes(out);
    }

    public static Commission read(byte[] document) throws IOException {
        JsonNode in = JSON.readTree(document);
        if (!in.path("format").asText().equals(FORMAT)) {
            throw new IOException(
                    "a commissioning of format '" + in.path("format").asText() + "' cannot be read");
        }
        return new Commission(
                in.path("deviceId").asText(),
                in.path("cameraId").asText(),
                in.path("version").asInt(),
                Digest.sha(document),
                in.path("actor").asText(),
                Instant.parse(in.path("at").asText()),
                in.path("reason").asText(),
                new PictureSize(in.path("width").asInt(), in.path("height").asInt()),
                Digest.parse(in.path("pictureSha256").asText()),
                views(in.path("views")));
    }

    /** A view as the wire contract writes it. */
    public static Map<String, Object> write(View view) {
        Map<String, Object> out = new LinkedHashMap<>();
        if (view instanceof View.RotorView rotor) {
            out.put("kind", "ROTOR");
            out.put("hub", write(rotor.hub()));
            out.put("radius", rotor.radius());
            out.put("blades", rotor.blades());
        } else if (view instanceof View.PanelView panels) {
            out.put("kind", "PANELS");
            out.put("polygon", write(panels.outline()));
        } else {
            out.put("kind", "SKY");
            out.put("polygon", write(((View.SkyView) view).outline()));
        }
        return out;
    }

    private static List<Object> write(Outline outline) {
        List<Object> corners = new ArrayList<>();
        outline.corners().forEach(corner -> corners.add(write(corner)));
        return corners;
    }

    private static Map<String, Object> write(Place place) {
        return Map.of("x", place.x(), "y", place.y());
    }

    /** @throws IllegalArgumentException naming the field that is wrong, its value, and what to do */
    public static List<View> views(JsonNode in) {
        List<View> views = new ArrayList<>();
        for (JsonNode view : in) {
            String kind = view.path("kind").asText();
            views.add(
                    switch (kind) {
                        case "ROTOR" ->
                            new View.RotorView(
                                    place(view.path("hub"), "hub"),
                                    number(view, "radius"),
                                    view.path("blades").asInt());
                        case "PANELS" -> new View.PanelView(outline(view.path("polygon")));
                        case "SKY" -> new View.SkyView(outline(view.path("polygon")));
                        default ->
                            throw new IllegalArgumentException(
                                    "kind: '" + kind + "' is not accepted; use ROTOR, PANELS or SKY");
                    });
        }
        return views;
    }

    private static Outline outline(JsonNode corners) {
        List<Place> places = new ArrayList<>();
        for (JsonNode corner : corners) {
            places.add(place(corner, "polygon"));
        }
        return new Outline(places);
    }

    private static Place place(JsonNode in, String field) {
        if (!in.path("x").isNumber() || !in.path("y").isNumber()) {
            throw new IllegalArgumentException(field + ": '" + in + "' is no place; give {\"x\":…,\"y\":…} in pixels");
        }
        return new Place(in.path("x").asDouble(), in.path("y").asDouble());
    }

    private static double number(JsonNode in, String field) {
        if (!in.path(field).isNumber()) {
            throw new IllegalArgumentException(
                    field + ": '" + in.path(field).asText() + "' is no number of pixels; mark a blade's tip");
        }
        return in.path(field).asDouble();
    }
}
