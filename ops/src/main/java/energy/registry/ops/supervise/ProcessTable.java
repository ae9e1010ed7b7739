package energy.registry.ops.supervise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the kernel tells of the processes on this machine. */
public final class ProcessTable {
    private static final Path PROC = Path.of("/proc");

    /** Longest command line shown; Java class paths run to many kilobytes. */
    private static final int COMMAND_CHARACTERS_MAX = 120;

    private static final long BYTES_PER_KIBIBYTE = 1024;

    private ProcessTable() {}

    /** One line of {@code /proc/PID/stat}. */
    record Stat(long pid, char state, long parent, long session, long startTicks) {
        boolean ended() {
            return state == 'Z' || state == 'X';
        }

        /** The name may hold spaces and parentheses; the fields start after its last one. */
        static Stat parse(String line) {
            int end = line.lastIndexOf(')');
            String[] fields = line.substring(end + 2).split(" ");
            long pid = Long.parseLong(line.substring(0, line.indexOf(' ')));
            return new Stat(
                    pid,
                    fields[0].charAt(0),
                    Long.parseLong(fields[1]),
                    Long.parseLong(fields[3]),
                    Long.parseLong(fields[19]));
        }
    }

    static Optional<Stat> stat(long pid) {
        return text(PROC.resolve(pid + "/stat")).map(Stat::parse);
    }

    /** The process, its descendants and what else runs in its session. */
    static List<Long> members(long leader) {
        List<Stat> all = all();
        List<Long> members = new ArrayList<>(List.of(leader));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Stat stat : all) {
                boolean related = members.contains(stat.parent()) || stat.session() == leader;
                if (related && !stat.ended() && !members.contains(stat.pid())) {
                    grew = members.add(stat.pid());
                }
            }
        }
        members.removeIf(pid -> stat(pid).filter(stat -> !stat.ended()).isEmpty());
        return members;
    }

    /** Resident memory of a process and its children; pages that the children share are counted once. */
    public static long residentBytes(long leader) {
        long kibibytes = 0;
        for (long pid : members(leader)) {
            kibibytes += statusKibibytes(pid, pid == leader ? "VmRSS:" : "RssAnon:");
        }
        return kibibytes * BYTES_PER_KIBIBYTE;
    }

    /** The command line, shortened for a person. */
    static String command(long pid) {
        String line = text(PROC.resolve(pid + "/cmdline"))
                .orElse("")
                .replace('\0', ' ')
                .strip();
        return line.length() <= COMMAND_CHARACTERS_MAX ? line : line.substring(0, COMMAND_CHARACTERS_MAX) + "…";
    }

    static List<Long> pids() {
        try (Stream<Path> entries = Files.list(PROC)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .map(Long::valueOf)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("/proc is not readable; the launcher needs Linux with /proc mounted", e);
        }
    }

    private static List<Stat> all() {
        return pids().stream().map(ProcessTable::stat).flatMap(Optional::stream).toList();
    }

    private static long statusKibibytes(long pid, String field) {
        return text(PROC.resolve(pid + "/status")).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    /** Empty when the process ended between the look and the read. */
    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
