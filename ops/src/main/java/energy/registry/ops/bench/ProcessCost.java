package energy.registry.ops.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What running processes have cost so far, as the operating system counts it. */
final class ProcessCost {
    private static final double KIB_PER_MIB = 1_024;

    private ProcessCost() {}

    /** CPU seconds used since their start, by process name. */
    static Map<String, Double> cpuSeconds(Map<String, Long> pids) {
        Map<String, Double> used = new LinkedHashMap<>();
        pids.forEach((name, pid) -> used.put(
                name,
                ProcessHandle.of(pid)
                        .flatMap(process -> process.info().totalCpuDuration())
                        .map(duration -> duration.toMillis() / 1e3)
                        .orElse(0.0)));
        return used;
    }

    /** Resident memory, MiB. */
    static double residentMebibytes(long pid) throws IOException {
        return mebibytes(pid, "VmRSS");
    }

    /** The most that it ever had at once. */
    static double peakMebibytes(long pid) throws IOException {
        return mebibytes(pid, "VmHWM");
    }

    private static double mebibytes(long pid, String field) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                        .filter(line -> line.startsWith(field))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / KIB_PER_MIB;
    }
}
