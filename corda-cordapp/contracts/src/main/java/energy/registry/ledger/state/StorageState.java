package energy.registry.ledger.state;

import energy.registry.domain.storage.StorageAccount;
import energy.registry.ledger.contract.RegistryContract;
import java.util.Arrays;
import java.util.List;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.identity.Party;

/** A storage unit's account. Each charge and each discharge consumes it and makes it again. */
@BelongsToContract(RegistryContract.class)
public final class StorageState implements CanonicalState {
    private final byte[] account;
    private final Party issuer;
    private final Party notary;

    public StorageState(byte[] account, Party issuer, Party notary) {
        this.account = account.clone();
        this.issuer = issuer;
        this.notary = notary;
    }

    public byte[] getAccount() {
        return account.clone();
    }

    public Party getIssuer() {
        return issuer;
    }

    public Party getNotary() {
        return notary;
    }

    public StorageAccount record() {
        return StorageAccount.decode(account);
    }

    public StorageState with(StorageAccount next) {
        return new StorageState(next.encode(), issuer, notary);
    }

    /** Whether this is what {@code other} says, under the same issuer and notary. */
    public boolean isSameAs(StorageState other) {
        return Arrays.equals(account, other.account) && issuer.equals(other.issuer) && notary.equals(other.notary);
    }

    @Override
    public byte[] canonicalBytes() {
        return getAccount();
    }

    @Override
    public List<AbstractParty> getParticipants() {
        return Arrays.asList(new AnonymousParty(Keys.ledgerKey(record().ownerKey())), issuer);
    }
}
