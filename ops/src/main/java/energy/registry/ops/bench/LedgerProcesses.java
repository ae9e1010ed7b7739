package energy.registry.ops.bench;

import energy.registry.ops.supervise.RunFolder;
import energy.registry.ops.supervise.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The ledger's running processes of one data folder: the four nodes and the gateway. */
final class LedgerProcesses {
    private static final String NODE = "node-";
    private static final String GATEWAY = "gateway";

    /** A node closes within seconds; a busy machine needs more. */
    private static final long STOP_SECONDS_MAX = 120;

    private final Path data;
    private final Map<String, Long> pids = new LinkedHashMap<>();
    private final NodeProfile profile;

    LedgerProcesses(Path data, Path nodeJavaHome) throws IOException {
        this.data = data;
        Map<String, Long> nodes = new LinkedHashMap<>();
        for (RunRecord record : new RunFolder(data.resolve("run")).all()) {
            if (record.alive()
                    && (record.name().startsWith(NODE) || record.name().equals(GATEWAY))) {
                pids.put(record.name(), record.pid());
            }
            if (record.alive() && record.name().startsWith(NODE)) {
                nodes.put(record.name(), record.pid());
            }
        }
        Path folder = Files.createDirectories(data.resolve("profile"));
        this.profile = new NodeProfile(nodeJavaHome.resolve("bin/jcmd"), nodes, folder);
    }

    Map<String, Double> cpuSeconds() {
        return ProcessCost.cpuSeconds(pids);
    }

    Map<String, Double> resident() throws IOException {
        Map<String, Double> resident = new LinkedHashMap<>();
        for (Map.Entry<String, Long> process : pids.entrySet()) {
            resident.put(process.getKey(), ProcessCost.residentMebibytes(process.getValue()));
        }
        return resident;
    }

    /** Bytes of all nodes' databases. */
    long vaultBytes() throws IOException {
        long bytes = 0;
        for (Path file : databases()) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    /** The nodes' database files. */
    List<Path> databases() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("corda"))) {
            return files.filter(each -> each.toString().endsWith(Compaction.SUFFIX))
                    .toList();
        }
    }

    /** Ends gateway and nodes as the launcher does: they close their databases. */
    void stopNodes() throws IOException, InterruptedException {
        for (Long pid : pids.values()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        }
        for (Map.Entry<String, Long> process : pids.entrySet()) {
            try {
                Optional<ProcessHandle> running = ProcessHandle.of(process.getValue());
                if (running.isPresent()) {
                    running.get().onExit().get(STOP_SECONDS_MAX, TimeUnit.SECONDS);
                }
            } catch (ExecutionException | TimeoutException e) {
                throw new IOException(process.getKey() + " does not end", e);
            }
        }
    }

    void startProfile() throws IOException, InterruptedException {
        profile.start();
    }

    Map<String, Map<String, Double>> stopProfile() throws IOException, InterruptedException {
        return profile.stop();
    }
}
