package energy.registry.ops.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** A person of the demonstration, with the password made for them at the first start. */
record DemoLogin(String user, String role, String organisation, String password) {
    private static final String FILE = "demo-logins.txt";

    /** User, realm role, account of the organisation; two of each organisation, so that four eyes can be walked. */
    private static final String[][] PEOPLE = {
        {"greta", "generator", "windpark-nord"},
        {"gerd", "generator", "windpark-nord"},
        {"sam", "generator", "solarfeld-sued"},
        {"sven", "generator", "solarfeld-sued"},
        {"bruno", "buyer", "acme"},
        {"berta", "buyer", "acme"},
        {"bea", "buyer", "globex"},
        {"boris", "buyer", "globex"},
        {"rita", "regulator", "regulator"},
        {"rolf", "regulator", "regulator"},
        {"ida", "issuing-body", "issuing-body"},
        {"ivo", "issuing-body", "issuing-body"},
    };

    /** Short, easily told apart, and easily typed on any keyboard. */
    private static final String[] WORDS = {
        "amber",
        "anchor",
        "apple",
        "arrow",
        "autumn",
        "badger",
        "bamboo",
        "barrel",
        "basket",
        "beacon",
        "berry",
        "birch",
        "blossom",
        "bridge",
        "bronze",
        "butter",
        "candle",
        "canyon",
        "castle",
        "cedar",
        "cherry",
        "circle",
        "clover",
        "cobalt",
        "comet",
        "copper",
        "coral",
        "cotton",
        "cradle",
        "crystal",
        "dahlia",
        "desert",
        "dolphin",
        "eagle",
        "ember",
        "falcon",
        "feather",
        "fern",
        "field",
        "forest",
        "garden",
        "ginger",
        "glacier",
        "granite",
        "harbour",
        "hazel",
        "heron",
        "hollow",
        "honey",
        "island",
        "ivory",
        "jasmine",
        "juniper",
        "kettle",
        "lagoon",
        "lantern",
        "lemon",
        "linen",
        "magnet",
        "maple",
        "marble",
        "meadow",
        "melon",
        "mirror",
        "moss",
        "mountain",
        "nectar",
        "north",
        "ocean",
        "olive",
        "orchard",
        "otter",
        "panther",
        "pebble",
        "pepper",
        "pine",
        "planet",
        "plum",
        "prairie",
        "quartz",
        "rabbit",
        "raven",
        "reed",
        "ribbon",
        "river",
        "saffron",
        "salmon",
        "silver",
        "spruce",
        "stone",
        "summer",
        "sunrise",
        "thistle",
        "thunder",
        "timber",
        "tulip",
        "valley",
        "velvet",
        "walnut",
        "willow",
    };

    private static final int NUMBER_MIN = 100;
    private static final int NUMBER_END = 1000;

    static List<DemoLogin> all(Secrets secrets, RandomGenerator random) throws IOException {
        Map<String, String> passwords = new HashMap<>();
        secrets.get(FILE, () -> text(random)).lines().forEach(line -> {
            String[] fields = line.strip().split("\\s+");
            passwords.put(fields[0], fields[fields.length - 1]);
        });
        List<DemoLogin> logins = new ArrayList<>();
        for (String[] person : PEOPLE) {
            String password = passwords.get(person[0]);
            if (password != null) { // a folder of before this person came into the realm
                logins.add(new DemoLogin(person[0], person[1], person[2], password));
            }
        }
        return logins;
    }

    /** The variable by which the realm's import learns the password. */
    String variable() {
        return "REGISTRY_PASSWORD_" + user.toUpperCase(Locale.ROOT);
    }

    String line() {
        return String.format(Locale.ROOT, "%-6s %-13s %-15s %s", user, role, organisation, password);
    }

    private static String text(RandomGenerator random) {
        return Arrays.stream(PEOPLE)
                .map(person -> new DemoLogin(person[0], person[1], person[2], password(random)).line())
                .collect(Collectors.joining("\n"));
    }

    private static String password(RandomGenerator random) {
        return WORDS[random.nextInt(WORDS.length)] + "-" + WORDS[random.nextInt(WORDS.length)] + "-"
                + random.nextInt(NUMBER_MIN, NUMBER_END);
    }
}
