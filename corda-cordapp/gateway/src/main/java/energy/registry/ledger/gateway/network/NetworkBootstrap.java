package energy.registry.ledger.gateway.network;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Makes the network below the data folder, once: built beside its place and renamed when whole, so that nothing half
 * done is ever found. On a network that is there it brings in changed CorDapps and migrates the nodes' databases for
 * them. The nodes must be stopped.
 */
public final class NetworkBootstrap {
    private final NodeHome home;
    private final Path data;
    private final int portBase;
    private final RpcLogin login;
    private final Clock clock;
    private final PrintStream progress;

    NetworkBootstrap(NodeHome home, Path data, int portBase, RpcLogin login, Clock clock, PrintStream progress) {
        this.home = home;
        this.data = data.toAbsolutePath();
        this.portBase = portBase;
        this.login = login;
        this.clock = clock;
        this.progress = progress;
    }

    /** {@code --data DIR [--port-base N] [--home DIR]}; exit 0 when the network is there and up to date. */
    public static void main(String[] args) throws IOException, InterruptedException {
        NetworkBootstrap bootstrap;
        try {
            Arguments given = Arguments.parse(args, "data", "port-base", "home");
            bootstrap = new NetworkBootstrap(
                    given.home(),
                    given.data(),
                    given.portBase(),
                    RpcLogin.from(System.getenv()),
                    Clock.systemUTC(),
                    System.out);
            bootstrap.ensure();
        } catch (IllegalArgumentException refused) {
            System.err.println(refused.getMessage());
            System.exit(2);
        }
        // Corda's client library leaves threads behind that would keep the process.
        System.exit(0);
    }

    /** The folder of the nodes' folders. */
    static Path networkFolder(Path data) {
        return data.resolve("corda");
    }

    void ensure() throws IOException, InterruptedException {
        Files.createDirectories(data);
        try (FileChannel channel = FileChannel.open(
                        data.resolve("corda.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = channel.lock()) {
            if (Files.isDirectory(networkFolder(data))) {
                upgrade();
            } else {
                create();
            }
            alone.release();
        }
    }

    private void create() throws IOException, InterruptedException {
        Path building = data.resolve("corda.building");
        Folders.delete(building);
        progress.println("network: writing identities of four nodes");
        Cordapps cordapps = Cordapps.of(home);
        for (CordaNode node : CordaNode.values()) {
            NodeFolder.create(building, node, portBase).replaceCordapps(home.cordapps());
        }
        Map<CordaNode, PublicKey> keys = new NetworkIdentities(building, portBase, clock).create();
        createDatabases(building);
        NetworkRecord.of(portBase, cordapps.digest(), keys).write(building);
        Files.move(building, networkFolder(data), StandardCopyOption.ATOMIC_MOVE);
        progress.println("network: ready in " + networkFolder(data));
    }

    /** A fresh schema is the same for every node of a kind: migrate one of each, copy the rest where they are files. */
    private void createDatabases(Path network) throws IOException, InterruptedException {
        progress.println("network: creating the database schemas");
        migration(network).run(List.of(CordaNode.NOTARY, CordaNode.ISSUING_BODY));
        NodeFolder migrated = new NodeFolder(network.resolve(CordaNode.ISSUING_BODY.folder()));
        List<CordaNode> others = List.of(CordaNode.MARKET, CordaNode.REGULATOR);
        if (!migrated.hasDatabaseFile()) {
            migration(network).run(others);
            return;
        }
        for (CordaNode node : others) {
            new NodeFolder(network.resolve(node.folder())).copyDatabaseFrom(migrated);
        }
    }

    private void upgrade() throws IOException, InterruptedException {
        Path network = networkFolder(data);
        NetworkRecord made = NetworkRecord.read(network);
        if (made.portBase() != portBase) {
            throw new IllegalArgumentException("port-base: '" + portBase + "' differs from " + made.portBase()
                    + ", with which the network in " + network + " was made; use that one or another data folder");
        }
        for (CordaNode node : CordaNode.values()) {
            new NodeFolder(network.resolve(node.folder())).configure(node, portBase);
        }
        Cordapps cordapps = Cordapps.of(home);
        if (cordapps.digest().equals(made.cordapps())) {
            return;
        }
        progress.println("network: CorDapps changed, upgrading the nodes");
        for (CordaNode node : CordaNode.values()) {
            new NodeFolder(network.resolve(node.folder())).replaceCordapps(home.cordapps());
        }
        migration(network).run(Arrays.asList(CordaNode.values()));
        new NetworkRecord(portBase, cordapps.digest(), made.keys()).write(network);
    }

    private SchemaMigration migration(Path network) {
        return new SchemaMigration(home, network, data.resolve("logs"), login);
    }
}
