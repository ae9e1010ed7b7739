package energy.registry.vision.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** The largest amount of memory that this process held since it was last asked to forget: Java heap, native, and both. */
public final class ProcessMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path CLEAR = Path.of("/proc/self/clear_refs");

    /** What the kernel takes as "the highest mark is what is resident now" (proc(5), clear_refs). */
    private static final String RESET_HIGHEST = "5";

    private ProcessMemory() {}

    /** Peaks are counted from now on. Where the system keeps no marks, only the heap's are. */
    public static void forgetPeaks() throws IOException {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        if (Files.isWritable(CLEAR)) {
            Files.writeString(CLEAR, RESET_HIGHEST);
        }
    }

    /** Peaks in bytes: heap in use, resident in all, and what of it is not the heap (libraries, frames, Java's own). */
    public static Map<String, Object> peaks() throws IOException {
        long heap = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            heap += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
        }
        Map<String, Object> peaks = new LinkedHashMap<>();
        peaks.put("peak_heap_bytes", heap);
        OptionalLong resident = highestResidentBytes();
        if (resident.isPresent()) {
            peaks.put("peak_resident_bytes", resident.getAsLong());
            peaks.put("peak_native_bytes", Math.max(0, resident.getAsLong() - heap));
        }
        return peaks;
    }

    /** Empty where the system does not tell. */
    public static OptionalLong highestResidentBytes() throws IOException {
        return inStatus("VmHWM:");
    }

    /** What is resident now; empty where the system does not tell. */
    public static OptionalLong residentBytes() throws IOException {
        return inStatus("VmRSS:");
    }

    private static OptionalLong inStatus(String name) throws IOException {
        if (!Files.isReadable(STATUS)) {
            return OptionalLong.empty();
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1_024)
                .findFirst();
    }
}
