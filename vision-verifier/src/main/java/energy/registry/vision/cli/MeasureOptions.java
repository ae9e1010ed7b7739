package energy.registry.vision.cli;

import energy.registry.vision.footage.Region;
import energy.registry.vision.port.LiveSource;
import energy.registry.vision.rotor.Nameplate;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The command line, read once and checked.
 *
 * @param file what is measured; with an address, nothing is read from it
 * @param stream where a live camera is, and how long it is recorded
 */
record MeasureOptions(
        Path file,
        Optional<Stream> stream,
        Nameplate nameplate,
        Optional<Region> region,
        double sequenceFps,
        boolean json,
        Optional<Path> kymograph,
        Optional<Path> record) {
    /** A live camera. */
    record Stream(URI address, Duration length) {}

    private static final int SECONDS_USUAL = 20;

    static final String USAGE =
            "usage: vision FILE|ADDRESS [--seconds N] [--device ID | --blades N --rpm-min A --rpm-max B"
                    + " --sense cw|ccw] [--roi X,Y,W,H] [--fps RATE] [--json] [--kymograph OUT.png] [--record OUT.json]\n"
                    + "  FILE          a clip (mp4, webm, avi, gif ...), or a folder of pictures with their --fps\n"
                    + "  ADDRESS       a live camera, rtsp://, http:// or https://, of which --seconds are recorded (20)\n"
                    + "  --rpm-min     slowest speed at which the generator feeds; below it the rotor idles\n"
                    + "  --sense       sense of rotation as the camera sees it\n"
                    + "  --kymograph   the picture from which a person can count the speed again\n"
                    + "  --record      the whole evidence record";

    static MeasureOptions parse(String... arguments) {
        Reader reader = new Reader();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (argument.equals("--json")) {
                reader.json = true;
            } else if (argument.startsWith("--")) {
                if (i + 1 >= arguments.length) {
                    throw new IllegalArgumentException(argument + ": its value is missing");
                }
                reader.option(argument, arguments[++i]);
            } else if (reader.file == null) {
                reader.file = argument;
            } else {
                throw new IllegalArgumentException("'" + argument + "' is one file too many; name one");
            }
        }
        return reader.finish();
    }

    static final class Reader {
        private String file;
        private Integer seconds;
        private boolean json;
        private int blades;
        private Double rpmMin;
        private Double rpmMax;
        private String device;
        private Region region;
        private Path kymograph;
        private Path record;
        private double sequenceFps;
        private int sense;

        private void option(String name, String value) {
            switch (name) {
                case "--device" -> device = value;
                case "--blades" -> blades = (int) number(name, value);
                case "--rpm-min" -> rpmMin = number(name, value);
                case "--rpm-max" -> rpmMax = number(name, value);
                case "--roi" -> region = region(value);
                case "--kymograph" -> kymograph = Path.of(value);
                case "--record" -> record = Path.of(value);
                case "--seconds" -> seconds = seconds(value);
                case "--fps" -> sequenceFps = rate(value);
                case "--sense" -> sense = sense(value);
                default -> throw new IllegalArgumentException(name + " is no option");
            }
        }

        private MeasureOptions finish() {
            if (file == null) {
                throw new IllegalArgumentException("FILE is missing");
            }
            Optional<Stream> stream = stream();
            return new MeasureOptions(
                    stream.isPresent() ? Path.of("") : Path.of(file),
                    stream,
                    nameplate(),
                    Optional.ofNullable(region),
                    sequenceFps,
                    json,
                    Optional.ofNullable(kymograph),
                    Optional.ofNullable(record));
        }

        private Optional<Stream> stream() {
            if (!file.matches("(?i)(rtsp|https?)://.*")) {
                if (seconds != null) {
                    throw new IllegalArgumentException("--seconds: goes with an address; a file is measured whole");
                }
                return Optional.empty();
            }
            try {
                return Optional.of(
                        new Stream(new URI(file), Duration.ofSeconds(seconds == null ? SECONDS_USUAL : seconds)));
            } catch (URISyntaxException wrong) {
                throw new IllegalArgumentException("ADDRESS: it cannot be read; write rtsp://HOST[:PORT]/PATH", wrong);
            }
        }

        private static int seconds(String value) {
            double seconds = number("--seconds", value);
            if (!(seconds >= 1 && seconds <= LiveSource.LENGTH_MAX.toSeconds())) {
                throw new IllegalArgumentException(
                        "--seconds: " + value + " is not within 1 .. " + LiveSource.LENGTH_MAX.toSeconds());
            }
            return (int) seconds;
        }

        private Nameplate nameplate() {
            if (device != null) {
                return RegisteredRotor.of(device, System.getenv());
            }
            Nameplate unknown = Nameplate.unknown();
            return new Nameplate(
                    blades,
                    rpmMin == null ? unknown.rpmMin() : rpmMin,
                    rpmMax == null ? unknown.rpmMax() : rpmMax,
                    sense);
        }

        private static double rate(String value) {
            double rate = number("--fps", value);
            if (!(rate > 0 && rate <= 1_000)) {
                throw new IllegalArgumentException("--fps: " + value + " is not within 0 .. 1000 frames a second");
            }
            return rate;
        }

        private static int sense(String value) {
            return switch (value) {
                case "cw" -> 1;
                case "ccw" -> -1;
                default -> throw new IllegalArgumentException("--sense: '" + value + "' is neither cw nor ccw");
            };
        }

        private static double number(String name, String value) {
            try {
                return Double.parseDouble(value);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(name + ": '" + value + "' is no number", e);
            }
        }

        private static Region region(String value) {
            String[] parts = value.split(",");
            if (parts.length != 4) {
                throw new IllegalArgumentException("--roi: '" + value + "' is not X,Y,W,H");
            }
            return new Region(
                    (int) number("--roi", parts[0]),
                    (int) number("--roi", parts[1]),
                    (int) number("--roi", parts[2]),
                    (int) number("--roi", parts[3]));
        }
    }
}
