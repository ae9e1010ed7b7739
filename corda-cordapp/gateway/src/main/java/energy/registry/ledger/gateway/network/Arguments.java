package energy.registry.ledger.gateway.network;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The {@code --name value} pairs of a command line. */
record Arguments(Map<String, String> values) {

    static Arguments parse(String[] args, String... known) {
        List<String> names = Arrays.asList(known);
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            String name = args[i].startsWith("--") ? args[i].substring(2) : "";
            if (!names.contains(name) || i + 1 == args.length) {
                throw new IllegalArgumentException(
                        "'" + args[i] + "' is not understood; give --" + String.join(" VALUE, --", names) + " VALUE");
            }
            values.put(name, args[i + 1]);
        }
        return new Arguments(values);
    }

    String required(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + ": missing; give --" + name + " VALUE");
        }
        return value;
    }

    Path data() {
        return Path.of(required("data"));
    }

    int portBase() {
        String given = values.getOrDefault("port-base", String.valueOf(CordaNode.DEFAULT_PORT_BASE));
        if (!given.matches("[0-9]{4,5}")) {
            throw new IllegalArgumentException("port-base: '" + given + "' is no port; give a number such as 8000");
        }
        return Integer.parseInt(given);
    }

    NodeHome home() {
        String given = values.get("home");
        return given == null ? NodeHome.standard() : NodeHome.at(Path.of(given));
    }
}
