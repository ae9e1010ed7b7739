package energy.registry.ledger.gateway.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Brings nodes' database schemas up to date with the node's own command, {@value #SIDE_BY_SIDE} at a time. */
record SchemaMigration(NodeHome home, Path network, Path logs, RpcLogin login) {
    /** Processes at a time: each keeps a core busy, and small machines have two. */
    private static final int SIDE_BY_SIDE = 2;

    /** A migration takes 10 s on an idle core; past this it hangs. */
    private static final long MINUTES_MAX = 5;

    private record Running(CordaNode node, Process process, Path log) {}

    void run(List<CordaNode> nodes) throws IOException, InterruptedException {
        Files.createDirectories(logs);
        for (int from = 0; from < nodes.size(); from += SIDE_BY_SIDE) {
            List<Running> batch = new ArrayList<>();
            try {
                for (CordaNode node : nodes.subList(from, Math.min(nodes.size(), from + SIDE_BY_SIDE))) {
                    batch.add(begin(node));
                }
                for (Running running : batch) {
                    await(running);
                }
            } finally {
                batch.forEach(running -> running.process().destroyForcibly());
            }
        }
    }

    private Running begin(CordaNode node) throws IOException {
        NodeCommand command = NodeCommand.migrate(home, network, node, login);
        Path log = logs.resolve("corda-" + node.folder() + "-migration.log");
        ProcessBuilder process = new ProcessBuilder(command.command())
                .directory(command.workingFolder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        process.environment().putAll(command.environment());
        return new Running(node, process.start(), log);
    }

    private static void await(Running running) throws IOException, InterruptedException {
        boolean ended = running.process().waitFor(MINUTES_MAX, TimeUnit.MINUTES);
        if (!ended || running.process().exitValue() != 0) {
            throw new IOException("schema migration of node " + running.node().folder()
                    + (ended ? " failed with exit code " + running.process().exitValue() : " did not end")
                    + "; see " + running.log());
        }
    }
}
