package energy.registry.ops.launcher;

import energy.registry.ledger.gateway.network.CordaNode;
import energy.registry.ledger.gateway.network.NodeCommand;
import energy.registry.ledger.gateway.network.NodeHome;
import energy.registry.ledger.gateway.network.RpcLogin;
import energy.registry.ops.supervise.Detached;
import energy.registry.ops.supervise.HttpProbe;
import energy.registry.ops.supervise.Job;
import energy.registry.ops.supervise.Part;
import energy.registry.ops.supervise.PortUse;
import energy.registry.ops.supervise.RunRecord;
import energy.registry.ops.supervise.StartFailedException;
import energy.registry.ops.supervise.Step;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The ledger: its network's folders, its nodes side by side, and the gateway that speaks to them. */
final class LedgerSteps {
    static final String KEYS = "platform keys";
    static final String NETWORK = "ledger network";
    static final String GATEWAY = "gateway";
    private static final String MODULE = "corda-cordapp/gateway";

    /** A node takes 20 s alone on two idle cores; four of them on a busy machine several times that. */
    private static final Duration NODE_PATIENCE = Duration.ofSeconds(420);

    private static final Duration GATEWAY_PATIENCE = Duration.ofSeconds(180);
    private static final int HEAP_MEBIBYTES = 256;

    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.util",
            "java.util.concurrent",
            "java.time",
            "java.io",
            "java.security",
            "java.security.cert",
            "java.net",
            "java.nio");

    private final Installation installation;
    private final String nodeOptions;

    LedgerSteps(Installation installation) {
        this(installation, System.getenv().getOrDefault(NodeCommand.OPTIONS, ""));
    }

    /** @param nodeOptions further options of the nodes' JVM */
    LedgerSteps(Installation installation, String nodeOptions) {
        this.installation = installation;
        this.nodeOptions = nodeOptions;
    }

    /** The process name of a node. */
    static String name(CordaNode node) {
        return "node-" + node.folder();
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        PlatformKeys keys = new PlatformKeys(installation.data());
        steps.add(new Job(KEYS, Set.of(), () -> !keys.complete(), keys::create));
        steps.add(new Job(NETWORK, Set.of(KEYS), this::nodesStopped, this::bootstrap));
        Set<String> nodes = new TreeSet<>();
        for (CordaNode node : CordaNode.values()) {
            steps.add(node(node));
            nodes.add(name(node));
        }
        steps.add(gateway(nodes));
        return steps;
    }

    private boolean nodesStopped() {
        for (CordaNode node : CordaNode.values()) {
            if (installation.data().runs(name(node))) {
                return false;
            }
        }
        return true;
    }

    private void bootstrap() throws IOException, InterruptedException, StartFailedException {
        List<String> arguments = List.of(
                "--data",
                installation.data().path().toString(),
                "--port-base",
                String.valueOf(installation.ports().base()),
                "--home",
                home().toString());
        JavaProgram program = gatewayProgram("energy.registry.ledger.gateway.network.NetworkBootstrap", arguments);
        Map<String, String> environment = new HashMap<>(installation.environment());
        environment.put("CORDA_JAVA_HOME", installation.cordaJavaHome().toString());
        environment.put(NodeCommand.OPTIONS, nodeOptions);
        new Detached(
                        program.command(),
                        environment,
                        installation.data().path(),
                        installation.data().log("ledger-network"))
                .runToEnd();
        new PlatformKeys(installation.data()).publish();
    }

    private Part node(CordaNode node) {
        int base = installation.ports().base();
        Path log = installation.data().log(name(node));
        return new Part(
                name(node),
                Set.of(NETWORK),
                List.of(
                        new PortUse(node.p2pPort(base), name(node)),
                        new PortUse(node.rpcPort(base), name(node) + " RPC"),
                        new PortUse(node.adminPort(base), name(node) + " administration")),
                "tcp://127.0.0.1:" + node.p2pPort(base),
                () -> launch(node, log),
                new NodeProbe(node.rpcPort(base), log),
                NODE_PATIENCE,
                RunRecord.StopSignal.TERM,
                log);
    }

    private long launch(CordaNode node, Path log) throws IOException {
        NodeCommand command = NodeCommand.start(
                new NodeHome(home(), installation.cordaJavaHome()),
                installation.data().of("corda"),
                node,
                new RpcLogin(Installation.RPC_USER, installation.secrets().get("rpc-password")),
                nodeOptions);
        Map<String, String> environment = new HashMap<>(command.environment());
        environment.putAll(installation.marks());
        return new Detached(command.command(), environment, command.workingFolder(), log).start();
    }

    private Part gateway(Set<String> nodes) {
        int port = installation.ports().gateway();
        return new Part(
                GATEWAY,
                nodes,
                List.of(new PortUse(port, "the ledger gateway")),
                Installation.local(port),
                () -> installation
                        .service(GATEWAY, gatewayProgram("energy.registry.ledger.gateway.Main", List.of()))
                        .start(),
                new HttpProbe(URI.create(Installation.local(port) + "/health")),
                GATEWAY_PATIENCE,
                RunRecord.StopSignal.TERM,
                installation.data().log(GATEWAY));
    }

    private JavaProgram gatewayProgram(String mainClass, List<String> arguments) throws IOException {
        List<String> flags = OPENED.stream()
                .map(opened -> "--add-opens=java.base/" + opened + "=ALL-UNNAMED")
                .toList();
        return new JavaProgram(
                installation.java(),
                HEAP_MEBIBYTES,
                flags,
                installation.checkout().classpath(MODULE),
                mainClass,
                arguments);
    }

    private Path home() {
        return installation.checkout().of(MODULE + "/target/corda-node");
    }
}
