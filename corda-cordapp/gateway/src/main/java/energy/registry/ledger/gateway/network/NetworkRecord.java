package energy.registry.ledger.gateway.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a network was made with, {@code network.json} beside the nodes' folders: its port base, the digest of its
 * CorDapps and each node's public key (SubjectPublicKeyInfo in base64).
 */
record NetworkRecord(int portBase, String cordapps, Map<CordaNode, String> keys) {
    private static final String FILE = "network.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    static NetworkRecord of(int portBase, String cordapps, Map<CordaNode, java.security.PublicKey> keys) {
        Map<CordaNode, String> encoded = new EnumMap<>(CordaNode.class);
        keys.forEach((node, key) -> encoded.put(node, Base64.getEncoder().encodeToString(key.getEncoded())));
        return new NetworkRecord(portBase, cordapps, encoded);
    }

    static NetworkRecord read(Path network) throws IOException {
        JsonNode read = JSON.readTree(network.resolve(FILE).toFile());
        Map<CordaNode, String> keys = new EnumMap<>(CordaNode.class);
        for (CordaNode node : CordaNode.values()) {
            keys.put(node, read.at("/nodes/" + node.folder() + "/key").asText());
        }
        return new NetworkRecord(
                read.path("portBase").asInt(), read.path("cordapps").asText(), keys);
    }

    void write(Path network) throws IOException {
        ObjectNode written = JSON.createObjectNode().put("portBase", portBase).put("cordapps", cordapps);
        ObjectNode nodes = written.putObject("nodes");
        keys.forEach((node, key) -> nodes.putObject(node.folder())
                .put("legalName", node.legalName())
                .put("key", key));
        Path beside = network.resolve(FILE + ".new");
        JSON.writerWithDefaultPrettyPrinter().writeValue(beside.toFile(), written);
        Files.move(beside, network.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
