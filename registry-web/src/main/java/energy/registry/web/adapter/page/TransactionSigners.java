package energy.registry.web.adapter.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.web.adapter.page.display.Display;
import energy.registry.web.adapter.page.display.Worded;
import java.util.ArrayList;
import java.util.List;

/** Who signed a transaction, read from the gateway's account of it. */
final class TransactionSigners {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TransactionSigners() {}

    /** A name where the ledger knows one, else the key's id; nothing when the account cannot be read. */
    static Worded<List<String>> of(String transaction) {
        return say -> signers(transaction, say);
    }

    private static List<String> signers(String transaction, Display say) {
        List<String> signers = new ArrayList<>();
        for (JsonNode signature : read(transaction).path("signatures")) {
            String keyId = signature.path("keyId").asText("");
            String party = signature.path("party").asText("");
            signers.add(
                    party.isEmpty()
                            ? say.word("life.key", say.shortKey(keyId))
                            : say.word("life.party-key", party, say.shortKey(keyId)));
        }
        return signers;
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException unreadable) {
            return JSON.createObjectNode(); // the page then shows the transaction without its signers
        }
    }
}
