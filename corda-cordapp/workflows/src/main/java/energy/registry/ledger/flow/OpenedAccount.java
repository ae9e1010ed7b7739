package energy.registry.ledger.flow;

import net.corda.core.serialization.CordaSerializable;

/** An account on the ledger and the key that owns its holdings (X.509 SubjectPublicKeyInfo). */
@CordaSerializable
public final class OpenedAccount {
    private final String accountId;
    private final byte[] key;
    private final String txId;

    public OpenedAccount(String accountId, byte[] key, String txId) {
        this.accountId = accountId;
        this.key = key.clone();
        this.txId = txId;
    }

    public String getAccountId() {
        return accountId;
    }

    public byte[] getKey() {
        return key.clone();
    }

    public String getTxId() {
        return txId;
    }
}
