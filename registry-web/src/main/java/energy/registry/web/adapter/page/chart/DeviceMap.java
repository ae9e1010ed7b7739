package energy.registry.web.adapter.page.chart;

import energy.registry.web.model.DeviceRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where plants stand, on a grid of degrees: position by latitude and longitude, size by what was certified. */
public record DeviceMap(List<Dot> dots, List<Line> meridians, List<Line> parallels) {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 320;
    private static final int MARGIN = 28;
    private static final int LINES_MAX = 6;
    private static final double DEGREES_MIN = 2; // a lone plant gets some land around it
    private static final double PADDING = 0.15; // of the span, on each side
    private static final int RADIUS_MIN = 6;
    private static final int RADIUS_MAX = 18;

    private static final int LETTER_WIDTH = 7;
    private static final int LABEL_HEIGHT = 14;

    /** One plant; its label is empty where another plant's label stands already. */
    public record Dot(int x, int y, int radius, DeviceRow device, String label) {
        private Dot named(String text) {
            return new Dot(x, y, radius, device, text);
        }

        private boolean collides(Dot other) {
            int wide = (device.name().length() + other.label.length()) * LETTER_WIDTH / 2;
            int apart = Math.abs((y - radius) - (other.y - other.radius));
            return Math.abs(x - other.x) < wide && apart < LABEL_HEIGHT;
        }
    }

    /** A line of the grid at a whole degree. */
    public record Line(int at, String label) {}

    /** Degrees shown, from south-west to north-east. */
    private record Frame(double west, double east, double south, double north) {
        int x(double longitude) {
            return MARGIN + (int) Math.round((longitude - west) / (east - west) * (WIDTH - 2 * MARGIN));
        }

        int y(double latitude) {
            return MARGIN + (int) Math.round((north - latitude) / (north - south) * (HEIGHT - 2 * MARGIN));
        }
    }

    public boolean empty() {
        return dots.isEmpty();
    }

    public String viewBox() {
        return "0 0 " + WIDTH + " " + HEIGHT;
    }

    public int width() {
        return WIDTH;
    }

    public int height() {
        return HEIGHT;
    }

    public static DeviceMap of(List<DeviceRow> devices) {
        if (devices.isEmpty()) {
            return new DeviceMap(List.of(), List.of(), List.of());
        }
        Frame frame = frame(devices);
        long most = devices.stream().mapToLong(DeviceRow::issuedWh).max().orElse(1);
        List<Dot> dots = devices.stream()
                .map(device -> new Dot(
                        frame.x(device.longitude().doubleValue()),
                        frame.y(device.latitude().doubleValue()),
                        radius(device.issuedWh(), most),
                        device,
                        ""))
                .toList();
        List<Line> meridians = lines(frame.west(), frame.east(), "E", "W").stream()
                .map(degree -> new Line(frame.x(degree.at()), degree.label()))
                .toList();
        List<Line> parallels = lines(frame.south(), frame.north(), "N", "S").stream()
                .map(degree -> new Line(frame.y(degree.at()), degree.label()))
                .toList();
        return new DeviceMap(labelled(dots), meridians, parallels);
    }

    /** The largest plants get their names first. */
    private static List<Dot> labelled(List<Dot> dots) {
        List<Dot> named = new ArrayList<>();
        dots.stream().sorted(Comparator.comparingInt(Dot::radius).reversed()).forEach(dot -> {
            if (named.stream().noneMatch(dot::collides)) {
                named.add(dot.named(dot.device().name()));
            }
        });
        return dots.stream()
                .map(dot -> named.stream()
                        .filter(other -> other.device() == dot.device())
                        .findFirst()
                        .orElse(dot))
                .toList();
    }

    private static Frame frame(List<DeviceRow> devices) {
        double[] across = span(devices.stream()
                .mapToDouble(device -> device.longitude().doubleValue())
                .toArray());
        double[] up = span(devices.stream()
                .mapToDouble(device -> device.latitude().doubleValue())
                .toArray());
        return new Frame(across[0], across[1], up[0], up[1]);
    }

    private static double[] span(double[] degrees) {
        double low = java.util.Arrays.stream(degrees).min().orElse(0);
        double high = java.util.Arrays.stream(degrees).max().orElse(0);
        double wide = Math.max(DEGREES_MIN, (high - low) * (1 + 2 * PADDING));
        double middle = (low + high) / 2;
        return new double[] {middle - wide / 2, middle + wide / 2};
    }

    /** Area, not radius, stands for energy. */
    private static int radius(long wattHours, long most) {
        double share = Math.sqrt((double) wattHours / Math.max(1, most));
        return RADIUS_MIN + (int) Math.round(share * (RADIUS_MAX - RADIUS_MIN));
    }

    private static List<Line> lines(double low, double high, String positive, String negative) {
        int step = Math.max(1, (int) Math.ceil((high - low) / LINES_MAX));
        List<Line> lines = new ArrayList<>();
        for (int degree = Math.floorDiv((int) Math.ceil(low), step) * step; degree <= high; degree += step) {
            if (degree >= low) {
                lines.add(new Line(degree, Math.abs(degree) + "° " + (degree < 0 ? negative : positive)));
            }
        }
        return lines;
    }
}
