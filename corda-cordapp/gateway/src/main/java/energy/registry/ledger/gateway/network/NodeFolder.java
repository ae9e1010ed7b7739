package energy.registry.ledger.gateway.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** One node's folder: its configuration, its CorDapps and its database file. */
record NodeFolder(Path path) {
    private static final String DATABASE = "persistence.mv.db";

    /**
     * A validating notary that signs every transaction by itself: a batch would make each wait 200 ms for others, and its
     * signature would say nothing without the rest of the batch.
     */
    private static final String NOTARY =
            "notary { validating = true, extraConfig { batchSize = 1, batchTimeoutMs = 1 } }\n";

    /** Creates the folder, closed to others: it will hold the node's private keys. */
    static NodeFolder create(Path network, CordaNode node, int portBase) throws IOException {
        Path path = network.resolve(node.folder());
        Files.createDirectories(
                path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createDirectories(path.resolve("cordapps"));
        NodeFolder folder = new NodeFolder(path);
        folder.configure(node, portBase);
        return folder;
    }

    /** Writes the node's configuration, which is the same for every network of this version and port base. */
    void configure(CordaNode node, int portBase) throws IOException {
        Files.writeString(path.resolve("node.conf"), configuration(node, portBase), StandardCharsets.UTF_8);
    }

    /** Makes these jars the node's CorDapps, and no others. */
    void replaceCordapps(List<Path> jars) throws IOException {
        Path folder = path.resolve("cordapps");
        try (var old = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path jar : old) {
                Files.delete(jar);
            }
        }
        for (Path jar : jars) {
            Files.copy(jar, folder.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Whether the node keeps its database here, and not on a server. */
    boolean hasDatabaseFile() {
        return Files.exists(path.resolve(DATABASE));
    }

    /** Starts this node's database as a copy of another's that has a schema and nothing else. */
    void copyDatabaseFrom(NodeFolder migrated) throws IOException {
        Files.copy(migrated.path.resolve(DATABASE), path.resolve(DATABASE));
    }

    /** The checkpoint checker reads every checkpoint back to find programming errors; that is for tests of flows. */
    private static String configuration(CordaNode node, int portBase) {
        return """
                myLegalName = "%s"
                p2pAddress = "127.0.0.1:%d"
                rpcSettings { address = "127.0.0.1:%d", adminAddress = "127.0.0.1:%d" }
                rpcUsers = [ { username = ${REGISTRY_RPC_USER}, password = ${REGISTRY_RPC_PASSWORD}, permissions = [ ALL ] } ]
                devMode = true
                devModeOptions { disableCheckpointChecker = true }
                detectPublicIp = false
                %s"""
                .formatted(
                        node.legalName(),
                        node.p2pPort(portBase),
                        node.rpcPort(portBase),
                        node.adminPort(portBase),
                        node.isNotary() ? NOTARY : "");
    }
}
