package energy.registry.ledger.state;

import energy.registry.ledger.contract.RegistryContract;
import energy.registry.ledger.schema.LedgerSchema;
import energy.registry.ledger.schema.PersistentAccount;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.identity.Party;
import net.corda.core.schemas.MappedSchema;
import net.corda.core.schemas.PersistentState;
import net.corda.core.schemas.QueryableState;

/** An organisation's account: the key that owns its certificates and money, kept by the node that hosts it. */
@BelongsToContract(RegistryContract.class)
public final class AccountState implements QueryableState {
    private final String accountId;
    private final String name;
    private final String country;
    private final List<String> roles;
    private final PublicKey key;
    private final Party host;
    private final Party issuingBody;

    public AccountState(
            String accountId,
            String name,
            String country,
            List<String> roles,
            PublicKey key,
            Party host,
            Party issuingBody) {
        this.accountId = accountId;
        this.name = name;
        this.country = country;
        this.roles = Collections.unmodifiableList(new ArrayList<>(roles));
        this.key = key;
        this.host = host;
        this.issuingBody = issuingBody;
    }

    public String getAccountId() {
        return accountId;
    }

    public String getName() {
        return name;
    }

    /** ISO 3166-1 alpha-2. */
    public String getCountry() {
        return country;
    }

    public List<String> getRoles() {
        return roles;
    }

    public PublicKey getKey() {
        return key;
    }

    /** The node that keeps the key. */
    public Party getHost() {
        return host;
    }

    public Party getIssuingBody() {
        return issuingBody;
    }

    @Override
    public List<AbstractParty> getParticipants() {
        return Arrays.asList(new AnonymousParty(key), host, issuingBody);
    }

    @Override
    public Iterable<MappedSchema> supportedSchemas() {
        return Collections.singletonList(LedgerSchema.INSTANCE);
    }

    @Override
    public PersistentState generateMappedObject(MappedSchema schema) {
        return new PersistentAccount(accountId, Keys.idOf(key));
    }
}
