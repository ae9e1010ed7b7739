package energy.registry.ledger.gateway.network;

import energy.registry.ledger.gateway.fixture.Client;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Real nodes and a real gateway as processes below a folder; every one of them ends with {@link #close()}. */
final class RunningNetwork implements AutoCloseable {
    static final int PORT_BASE = 19_000;

    /** Four nodes need a minute of processor time to start; a machine that builds beside them gives it in ten. */
    private static final long READY_MILLIS_MAX = 900_000;

    private static final RpcLogin LOGIN = new RpcLogin("registry", "a-password-of-a-test");

    private final Path data;
    private final NodeHome home;
    private final Map<CordaNode, Process> nodes = new EnumMap<>(CordaNode.class);
    private Process gateway;
    private String lastHealth = "the gateway does not answer";

    RunningNetwork(Path data, NodeHome home) {
        this.data = data;
        this.home = home;
    }

    void bootstrap() throws IOException, InterruptedException {
        new NetworkBootstrap(home, data, PORT_BASE, LOGIN, Clock.systemUTC(), System.out).ensure();
    }

    /** A further node of this network, which is closed by whoever asks for it. */
    ParticipantNode participant() {
        return new ParticipantNode(NetworkBootstrap.networkFolder(data), home, LOGIN, PORT_BASE);
    }

    void start(CordaNode node) throws IOException {
        NodeCommand command = NodeCommand.start(home, NetworkBootstrap.networkFolder(data), node, LOGIN);
        ProcessBuilder process = new ProcessBuilder(command.command())
                .directory(command.workingFolder().toFile());
        process.environment().putAll(command.environment());
        nodes.put(node, logged(process, node.folder()).start());
    }

    void startGateway() throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        line.addAll(List.of(System.getProperty("gateway.opens").split(" ")));
        line.addAll(List.of(
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "energy.registry.ledger.gateway.Main"));
        ProcessBuilder process = new ProcessBuilder(line);
        process.environment()
                .putAll(Map.of(
                        "REGISTRY_DATA", data.toString(),
                        "REGISTRY_PORT_BASE", String.valueOf(PORT_BASE),
                        "REGISTRY_RPC_USER", LOGIN.user(),
                        "REGISTRY_RPC_PASSWORD", LOGIN.password(),
                        "REGISTRY_SERVICE_TOKEN", Client.TOKEN));
        gateway = logged(process, "gateway").start();
    }

    Client client() {
        return new Client(8_090 + PORT_BASE - CordaNode.DEFAULT_PORT_BASE);
    }

    void awaitHealthy() throws InterruptedException {
        long deadline = System.nanoTime() + READY_MILLIS_MAX * 1_000_000;
        while (!isHealthy()) {
            for (Map.Entry<CordaNode, Process> node : nodes.entrySet()) {
                if (!node.getValue().isAlive()) {
                    throw new IllegalStateException(node.getKey().folder() + " ended with "
                            + node.getValue().exitValue() + "; see "
                            + data.resolve(node.getKey().folder() + ".out"));
                }
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not healthy in time: " + lastHealth + "; see the logs in " + data);
            }
            Thread.sleep(500);
        }
    }

    private boolean isHealthy() throws InterruptedException {
        try {
            Client.Reply health = client().get("/health");
            lastHealth = health.body().toString();
            return health.status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** As the machine would in a power cut. */
    void killGateway() throws InterruptedException {
        gateway.destroyForcibly().waitFor();
    }

    void kill(CordaNode node) throws InterruptedException {
        nodes.get(node).destroyForcibly().waitFor();
    }

    /** Resident memory of each process, kB, for the record. */
    String memory() throws IOException {
        StringBuilder told = new StringBuilder();
        for (Map.Entry<CordaNode, Process> node : nodes.entrySet()) {
            told.append(node.getKey().folder())
                    .append(' ')
                    .append(resident(node.getValue()))
                    .append("; ");
        }
        return told.append("gateway ").append(resident(gateway)).toString();
    }

    private static String resident(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .findFirst()
                .map(line -> line.substring(6).trim())
                .orElse("gone");
    }

    private ProcessBuilder logged(ProcessBuilder process, String name) {
        return process.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve(name + ".out").toFile()));
    }

    @Override
    public void close() throws InterruptedException {
        List<Process> all = new ArrayList<>(nodes.values());
        if (gateway != null) {
            all.add(gateway);
        }
        all.forEach(Process::destroy);
        for (Process process : all) {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }
}
