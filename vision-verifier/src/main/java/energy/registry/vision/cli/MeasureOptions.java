package energy.registry.vision.cli;

import energy.registry.vision.footage.Region;
import energy.registry.vision.rotor.Nameplate;
import java.nio.file.Path;
import java.util.Optional;

/** The command line, read once and checked. */
record MeasureOptions(Path file, Nameplate nameplate, Optional<Region> region, boolean json, Optional<Path> kymograph) {
    static final String USAGE = "usage: vision FILE [--device ID | --blades N --rpm-min A --rpm-max B]"
            + " [--roi X,Y,W,H] [--json] [--kymograph OUT.png]";

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
                reader.file = Path.of(argument);
            } else {
                throw new IllegalArgumentException("'" + argument + "' is one file too many; name one");
            }
        }
        return reader.finish();
    }

    static final class Reader {
        private Path file;
        private boolean json;
        private int blades;
        private Double rpmMin;
        private Double rpmMax;
        private String device;
        private Region region;
        private Path kymograph;

        private void option(String name, String value) {
            switch (name) {
                case "--device" -> device = value;
                case "--blades" -> blades = (int) number(name, value);
                case "--rpm-min" -> rpmMin = number(name, value);
                case "--rpm-max" -> rpmMax = number(name, value);
                case "--roi" -> region = region(value);
                case "--kymograph" -> kymograph = Path.of(value);
                default -> throw new IllegalArgumentException(name + " is no option");
            }
        }

        private MeasureOptions finish() {
            if (file == null) {
                throw new IllegalArgumentException("FILE is missing");
            }
            return new MeasureOptions(
                    file, nameplate(), Optional.ofNullable(region), json, Optional.ofNullable(kymograph));
        }

        private Nameplate nameplate() {
            if (device != null) {
                return RegisteredRotor.of(device, System.getenv());
            }
            Nameplate unknown = Nameplate.unknown();
            return new Nameplate(
                    blades, rpmMin == null ? unknown.rpmMin() : rpmMin, rpmMax == null ? unknown.rpmMax() : rpmMax, 0);
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
