package energy.registry.ops.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the nodes spend their time: the flight recorder's samples of running Java code, each counted for the first frame
 * from the top that belongs to a known part.
 */
final class NodeProfile {
    /** Parts by what the frames' types begin with; the first that fits counts. */
    private static final Map<String, List<String>> PARTS = parts();

    private static final String OTHER = "other";
    private static final String NAME = "bench";

    private final Path jcmd;
    private final Map<String, Long> pids;
    private final Path folder;

    /** @param pids of the nodes by name */
    NodeProfile(Path jcmd, Map<String, Long> pids, Path folder) {
        this.jcmd = jcmd;
        this.pids = pids;
        this.folder = folder;
    }

    private static Map<String, List<String>> parts() {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put(
                "signatures of claims and transactions",
                List.of("net.i2p.crypto.", "org.bouncycastle.", "sun.security.", "java.security.Signature"));
        parts.put("AMQP serialisation of states", List.of("net.corda.serialization.", "org.apache.qpid."));
        parts.put(
                "checkpoints of flows",
                List.of("com.esotericsoftware.kryo", "net.corda.nodeapi.internal.serialization.kryo"));
        parts.put(
                "canonical records and rules", List.of("energy.registry.domain.", "energy.registry.ledger.contract."));
        parts.put("event log", List.of("energy.registry.ledger.event."));
        parts.put("database", List.of("org.h2.", "org.hibernate.", "org.postgresql.", "com.zaxxer."));
        parts.put(
                "messages between nodes and RPC",
                List.of("org.apache.activemq.", "io.netty.", "org.apache.commons.beanutils"));
        parts.put(
                "class loading of attachments",
                List.of("net.corda.core.serialization.internal.AttachmentsClassLoader", "java.util.zip."));
        parts.put("flow engine", List.of("net.corda.", "co.paralleluniverse."));
        return parts;
    }

    void start() throws IOException, InterruptedException {
        for (Long pid : pids.values()) {
            command(pid, "JFR.start", "name=" + NAME, "settings=profile");
        }
    }

    /** Stops the recordings; percent of the samples by node and part. */
    Map<String, Map<String, Double>> stop() throws IOException, InterruptedException {
        Map<String, Map<String, Double>> found = new LinkedHashMap<>();
        for (Map.Entry<String, Long> node : pids.entrySet()) {
            Path file = folder.resolve(node.getKey() + ".jfr");
            command(node.getValue(), "JFR.stop", "name=" + NAME, "filename=" + file);
            found.put(node.getKey(), summary(file));
        }
        return found;
    }

    private static Map<String, Double> summary(Path file) throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        PARTS.keySet().forEach(part -> counts.put(part, 0));
        counts.put(OTHER, 0);
        int all = 0;
        if (Files.exists(file)) {
            try (RecordingFile recording = new RecordingFile(file)) {
                while (recording.hasMoreEvents()) {
                    RecordedEvent event = recording.readEvent();
                    if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                        counts.merge(part(event.getStackTrace().getFrames()), 1, Integer::sum);
                        all++;
                    }
                }
            }
        }
        Map<String, Double> percent = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            percent.put(count.getKey(), all == 0 ? 0 : Math.round(1_000.0 * count.getValue() / all) / 10.0);
        }
        percent.put("samples", (double) all);
        return percent;
    }

    private static String part(List<RecordedFrame> frames) {
        for (RecordedFrame frame : frames) {
            String type = frame.getMethod().getType().getName();
            Optional<String> part = PARTS.entrySet().stream()
                    .filter(each -> each.getValue().stream().anyMatch(type::startsWith))
                    .map(Map.Entry::getKey)
                    .findFirst();
            if (part.isPresent()) {
                return part.get();
            }
        }
        return OTHER;
    }

    private void command(long pid, String... words) throws IOException, InterruptedException {
        List<String> line = new java.util.ArrayList<>(List.of(jcmd.toString(), String.valueOf(pid)));
        line.addAll(List.of(words));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("flight recorder of process " + pid + ": " + said.strip());
        }
    }
}
