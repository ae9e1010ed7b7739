package energy.registry.ops.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.ops.device.DeviceKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;

/**
 * The keys that vouch for claims and footage, made at the first start, and the document by which anyone checks a
 * provenance bundle: these keys and those of the ledger's notary, issuing body and regulator.
 */
final class PlatformKeys {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The claims key signs what ingest joins, the vision key what the footage says. */
    private static final List<String> NAMES = List.of("claims", "vision");

    private final DataFolder data;

    PlatformKeys(DataFolder data) {
        this.data = data;
    }

    boolean complete() {
        return NAMES.stream().allMatch(name -> Files.exists(folder().resolve(name + ".pub")));
    }

    /** Makes the keys that are missing, before a process asks for them. */
    void create() throws IOException {
        for (String name : NAMES) {
            DeviceKey.in(folder(), name);
        }
    }

    /** Writes {@code published.json} from the keys and the ledger network's record. */
    void publish() throws IOException {
        JsonNode nodes = JSON.readTree(data.of("corda/network.json").toFile()).path("nodes");
        ObjectNode published = JSON.createObjectNode();
        published.put("notary", nodes.path("notary").path("key").asText());
        published.put("issuingBody", nodes.path("issuing-body").path("key").asText());
        published.put("regulator", nodes.path("regulator").path("key").asText());
        published.put("claims", key("claims"));
        published.put("vision", key("vision"));
        Path fresh = folder().resolve("published.tmp");
        JSON.writerWithDefaultPrettyPrinter().writeValue(fresh.toFile(), published);
        Files.move(fresh, folder().resolve("published.json"), StandardCopyOption.ATOMIC_MOVE);
    }

    private String key(String name) throws IOException {
        return Base64.getEncoder()
                .encodeToString(DeviceKey.in(folder(), name).open().encoded());
    }

    private Path folder() {
        return data.of("keys");
    }
}
