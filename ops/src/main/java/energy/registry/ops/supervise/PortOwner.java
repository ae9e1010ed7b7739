package energy.registry.ops.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Who listens on a TCP port of this machine, read from {@code /proc}.
 *
 * @param pid absent when the owner is another user's process, whose files only root may list
 */
public record PortOwner(int port, OptionalLong pid, String command) {
    private static final String LISTENING = "0A";
    private static final int HEXADECIMAL = 16;

    public static Optional<PortOwner> of(int port) {
        List<String> inodes = new ArrayList<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            inodes.addAll(listeners(lines(Path.of(table)), port));
        }
        return inodes.isEmpty() ? Optional.empty() : Optional.of(owner(port, inodes));
    }

    /** The socket inodes that listen on the port, out of the lines of a socket table. */
    static List<String> listeners(List<String> table, int port) {
        return table.stream()
                .skip(1)
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields[3].equals(LISTENING))
                .filter(fields -> portOf(fields[1]) == port)
                .map(fields -> fields[9])
                .toList();
    }

    /** One line for a person. */
    public String description() {
        return pid.isPresent()
                ? "process " + pid.getAsLong() + " (" + command + ")"
                : "a process of another user (sudo ss -ltnp shows it)";
    }

    private static int portOf(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1), HEXADECIMAL);
    }

    private static PortOwner owner(int port, List<String> inodes) {
        for (long pid : ProcessTable.pids()) {
            if (holds(pid, inodes)) {
                return new PortOwner(port, OptionalLong.of(pid), ProcessTable.command(pid));
            }
        }
        return new PortOwner(port, OptionalLong.empty(), "");
    }

    private static boolean holds(long pid, List<String> inodes) {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return descriptors.anyMatch(each -> inodes.contains(socketInode(each)));
        } catch (IOException notOurs) {
            return false;
        }
    }

    private static String socketInode(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().replaceAll("socket:\\[(\\d+)]", "$1");
        } catch (IOException closed) {
            return "";
        }
    }

    private static List<String> lines(Path table) {
        try {
            return Files.exists(table) ? Files.readAllLines(table) : List.of("");
        } catch (IOException e) {
            throw new IllegalStateException(table + " is not readable", e);
        }
    }
}
