package energy.registry.ops.replay;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The command line of {@code ops/registry replay}.
 *
 * @param videos empty for footage rendered at the recorded speed
 * @param speed recorded time over real time; 0 for as fast as the doors take it
 * @param from null together with {@code to} for the whole recording
 * @param to exclusive
 */
record Arguments(
        String device,
        Path meter,
        List<Path> videos,
        double speed,
        Instant from,
        Instant to,
        int intervalSeconds,
        boolean json) {
    static final String USAGE = "usage: ops/registry replay --device ID --meter FILE [--video FILE…] [--speed N]"
            + " [--day yyyy-mm-dd | --from T --to T] [--interval 1800|3600|900] [--json]";

    /** A week in one run: 336 half hours, an hour of measuring; more belongs into several runs. */
    static final long PERIOD_SECONDS_MAX = 7 * 86_400;

    private static final int INTERVAL_DEFAULT = 1_800;
    private static final double SPEED_MAX = 1_000_000;

    static Arguments parse(List<String> arguments) throws UnusableInput {
        Collected is = new Collected();
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            is.take(rest.pop(), rest);
        }
        return is.complete();
    }

    private static final class Collected {
        private String device;
        private Path meter;
        private final List<Path> videos = new ArrayList<>();
        private double speed;
        private Instant from;
        private Instant to;
        private int interval = INTERVAL_DEFAULT;
        private boolean json;

        private void take(String option, Deque<String> rest) throws UnusableInput {
            switch (option) {
                case "--json" -> json = true;
                case "--device" -> device = value(option, rest);
                case "--meter" -> meter = Path.of(value(option, rest));
                case "--speed" -> speed = speed(value(option, rest));
                case "--interval" -> interval = interval(value(option, rest));
                case "--from" -> from = instant(option, value(option, rest));
                case "--to" -> to = instant(option, value(option, rest));
                case "--day" -> day(value(option, rest));
                case "--video" -> {
                    videos.add(Path.of(value(option, rest)));
                    while (!rest.isEmpty() && !rest.peek().startsWith("--")) {
                        videos.add(Path.of(rest.pop()));
                    }
                }
                default -> throw new UnusableInput("unknown option " + option + "; " + USAGE);
            }
        }

        private Arguments complete() throws UnusableInput {
            if (device == null || meter == null) {
                throw new UnusableInput("--device and --meter are needed; " + USAGE);
            }
            if ((from == null) != (to == null) || from != null && !from.isBefore(to)) {
                throw new UnusableInput("--from: give it before --to, or --day, or neither for all; " + USAGE);
            }
            return new Arguments(device, meter, List.copyOf(videos), speed, from, to, interval, json);
        }

        private void day(String value) throws UnusableInput {
            try {
                LocalDate day = LocalDate.parse(value);
                from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
                to = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            } catch (DateTimeParseException e) {
                throw new UnusableInput("--day: '" + value + "' is no date; write 2021-02-08");
            }
        }

        private static String value(String option, Deque<String> rest) throws UnusableInput {
            if (rest.isEmpty() || rest.peek().startsWith("--")) {
                throw new UnusableInput(option + " needs a value; " + USAGE);
            }
            return rest.pop();
        }

        private static Instant instant(String option, String value) throws UnusableInput {
            try {
                return Instant.parse(value);
            } catch (DateTimeParseException e) {
                throw new UnusableInput(option + ": '" + value + "' is no time; write 2021-02-08T06:00:00Z");
            }
        }

        private static double speed(String value) throws UnusableInput {
            try {
                double speed = Double.parseDouble(value);
                if (speed > 0 && speed <= SPEED_MAX) {
                    return speed;
                }
            } catch (NumberFormatException e) {
                // refused below
            }
            throw new UnusableInput("--speed: '" + value + "' is not within 0..1000000; 60 plays an hour in a minute");
        }

        private static int interval(String value) throws UnusableInput {
            return switch (value) {
                case "900" -> 900;
                case "1800" -> 1_800;
                case "3600" -> 3_600;
                default -> throw new UnusableInput("--interval: '" + value + "' is not 900, 1800 or 3600");
            };
        }
    }
}
