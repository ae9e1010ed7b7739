package energy.registry.ops.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

/**
 * The options of {@code up}, {@code down} and {@code status}.
 *
 * @param portBase absent when not given: the data folder then says, and for a new one the default holds
 */
record Options(Path data, OptionalInt portBase, boolean twin, boolean json) {

    static Options parse(List<String> arguments, Path defaultData) throws UsageException {
        Path data = defaultData;
        OptionalInt portBase = OptionalInt.empty();
        boolean twin = true;
        boolean json = false;
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--data" -> data = Path.of(value(option, rest));
                case "--port-base" -> portBase = OptionalInt.of(portBase(value(option, rest)));
                case "--no-twin" -> twin = false;
                case "--json" -> json = true;
                default ->
                    throw new UsageException("unknown option " + option
                            + "; known are --data DIR, --port-base N, --no-twin (up), --json (status)");
            }
        }
        return new Options(data.toAbsolutePath().normalize(), portBase, twin, json);
    }

    private static String value(String option, Deque<String> rest) throws UsageException {
        if (rest.isEmpty() || rest.peek().startsWith("--")) {
            throw new UsageException(option + " needs a value");
        }
        return rest.pop();
    }

    private static int portBase(String value) throws UsageException {
        try {
            return Ports.checkedBase(Integer.parseInt(value));
        } catch (NumberFormatException e) {
            throw new UsageException("--port-base " + value + " is not a whole number");
        }
    }
}
