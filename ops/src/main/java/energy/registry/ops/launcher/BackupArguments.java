package energy.registry.ops.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The arguments of {@code backup} and {@code restore}.
 *
 * @param flag whether the one option without a value was given that the command knows
 */
record BackupArguments(Path file, Path data, boolean flag) {

    static BackupArguments parse(List<String> arguments, Path defaultData, String flagName) throws UsageException {
        Path file = null;
        Path data = defaultData;
        boolean flag = false;
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String next = rest.pop();
            if (next.equals("--data")) {
                if (rest.isEmpty()) {
                    throw new UsageException("--data needs a value");
                }
                data = Path.of(rest.pop());
            } else if (!flagName.isEmpty() && next.equals(flagName)) {
                flag = true;
            } else if (next.startsWith("--") || file != null) {
                throw new UsageException("'" + next + "' is not understood; give one FILE, --data DIR"
                        + (flagName.isEmpty() ? "" : ", " + flagName));
            } else {
                file = Path.of(next);
            }
        }
        if (file == null) {
            throw new UsageException("name the FILE of the backup");
        }
        return new BackupArguments(
                file.toAbsolutePath().normalize(), data.toAbsolutePath().normalize(), flag);
    }
}
