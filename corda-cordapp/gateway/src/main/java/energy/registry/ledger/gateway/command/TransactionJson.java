package energy.registry.ledger.gateway.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.encoding.Digest;
import energy.registry.ledger.flow.ComponentGroupBytes;
import energy.registry.ledger.flow.OutputDetail;
import energy.registry.ledger.flow.SignatureDetail;
import energy.registry.ledger.flow.TransactionDetail;
import energy.registry.ledger.gateway.http.Json;
import java.time.Instant;
import java.util.Base64;

/** Transactions as JSON: the proof that anyone can recompute, and beside it what people read. */
final class TransactionJson {
    private TransactionJson() {}

    /** Exactly what the id and the signatures cover, and nothing else: the form inside a provenance bundle. */
    static ObjectNode proof(TransactionDetail transaction) {
        ObjectNode json = Json.MAPPER
                .createObjectNode()
                .put("txId", transaction.getTxId())
                .put("privacySalt", base64(transaction.getPrivacySalt()));
        ArrayNode groups = json.putArray("groups");
        for (ComponentGroupBytes group : transaction.getGroups()) {
            ArrayNode components =
                    groups.addObject().put("ordinal", group.getOrdinal()).putArray("components");
            group.getComponents().forEach(component -> components.add(base64(component)));
        }
        ArrayNode signatures = json.putArray("signatures");
        for (SignatureDetail signature : transaction.getSignatures()) {
            signatures
                    .addObject()
                    .put("by", base64(signature.getKey()))
                    .put("signature", base64(signature.getSignature()))
                    .put("signed", base64(signature.getSigned()));
        }
        return json;
    }

    /** The proof with who signed, what it did, and what went in and came out. */
    static ObjectNode detail(TransactionDetail transaction) {
        ObjectNode json = Json.MAPPER
                .createObjectNode()
                .put("txId", transaction.getTxId())
                .put("notary", transaction.getNotary());
        json.putObject("timeWindow")
                .put("from", time(transaction.getTimeFrom()))
                .put("until", time(transaction.getTimeUntil()));
        ArrayNode signatures = json.putArray("signatures");
        transaction.getSignatures().forEach(signature -> signatures.add(signature(signature)));
        ArrayNode commands = json.putArray("commands");
        transaction.getCommands().forEach(commands::add);
        ArrayNode inputs = json.putArray("inputs");
        transaction.getInputs().forEach(input -> inputs.addObject()
                .put("txId", input.getTxId())
                .put("index", input.getIndex()));
        ArrayNode outputs = json.putArray("outputs");
        transaction.getOutputs().forEach(output -> outputs.add(output(output)));
        json.set("proof", proof(transaction));
        return json;
    }

    private static ObjectNode signature(SignatureDetail signature) {
        return Json.MAPPER
                .createObjectNode()
                .put("keyId", Digest.sha(signature.getKey()).toString())
                .put("party", signature.getParty())
                .put("algorithm", signature.getAlgorithm())
                .put("schemeNumberId", signature.getSchemeNumberId())
                .put("platformVersion", signature.getPlatformVersion())
                .put("signature", base64(signature.getSignature()))
                .put("partialMerkleRoot", signature.getPartialMerkleRoot());
    }

    private static ObjectNode output(OutputDetail output) {
        return Json.MAPPER
                .createObjectNode()
                .put("type", output.getType())
                .put("canonical", base64(output.getCanonical()));
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String time(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
