package energy.registry.web.adapter.page.view;

import java.util.List;

/** A transaction as the regulator's node recorded it: who signed what, and what it took and made. */
public record LedgerTransaction(
        String txId,
        String notary,
        String from,
        String until,
        List<String> commands,
        List<Signed> signatures,
        List<String> inputs,
        List<String> outputs) {
    /** One signature; the party is empty for a key that belongs to an account. */
    public record Signed(String party, String keyId, String algorithm, String signature, String covers) {}
}
