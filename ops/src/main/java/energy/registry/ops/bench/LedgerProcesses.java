package energy.registry.ops.bench;

import energy.registry.ops.supervise.RunFolder;
import energy.registry.ops.supervise.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The ledger's running processes of one data folder: the four nodes and the gateway. */
final class LedgerProcesses {
    private static final String NODE = "node-";
    private static final String GATEWAY = "gateway";

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
        for (Path folder : List.of(data.resolve("corda"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".mv.db")).toList()) {
                    bytes += Files.size(file);
                }
            }
        }
        return bytes;
    }

    void startProfile() throws IOException, InterruptedException {
        profile.start();
    }

    Map<String, Map<String, Double>> stopProfile() throws IOException, InterruptedException {
        return profile.stop();
    }
}
