package energy.registry.ledger.state;

import energy.registry.domain.cursor.CursorPage;
import energy.registry.ledger.contract.RegistryContract;
import energy.registry.ledger.schema.LedgerSchema;
import energy.registry.ledger.schema.PersistentPage;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.Party;
import net.corda.core.schemas.MappedSchema;
import net.corda.core.schemas.PersistentState;
import net.corda.core.schemas.QueryableState;

/** A page of meter cursors; consumed and remade by each issue and registration on it. */
@BelongsToContract(RegistryContract.class)
public final class CursorPageState implements QueryableState, CanonicalState {
    private final byte[] page;
    private final String register;
    private final Party issuer;
    private final Party regulator;
    private final Party notary;

    /**
     * @param register linear id of the device register the page belongs to
     * @param regulator whose consent opens what the rules close, as the register names it
     */
    public CursorPageState(byte[] page, String register, Party issuer, Party regulator, Party notary) {
        this.page = page.clone();
        this.register = register;
        this.issuer = issuer;
        this.regulator = regulator;
        this.notary = notary;
    }

    public byte[] getPage() {
        return page.clone();
    }

    public String getRegister() {
        return register;
    }

    public Party getIssuer() {
        return issuer;
    }

    public Party getRegulator() {
        return regulator;
    }

    public Party getNotary() {
        return notary;
    }

    public CursorPage cursors() {
        return CursorPage.decode(page);
    }

    /** The same page of the same register with other cursors. */
    public CursorPageState with(CursorPage next) {
        return new CursorPageState(next.encode(), register, issuer, regulator, notary);
    }

    /** A page without cursors under this register. */
    public static CursorPageState fresh(DeviceRegisterState register) {
        return new CursorPageState(
                CursorPage.empty(register.getPages()).encode(),
                register.getLinearId().toString(),
                register.getIssuer(),
                register.getRegulator(),
                register.getNotary());
    }

    /** Whether register, authorities and notary are those of {@code other}. */
    public boolean isPinnedLike(CursorPageState other) {
        return register.equals(other.register)
                && issuer.equals(other.issuer)
                && regulator.equals(other.regulator)
                && notary.equals(other.notary);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CursorPageState
                && Arrays.equals(page, ((CursorPageState) other).page)
                && isPinnedLike((CursorPageState) other);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(page);
    }

    @Override
    public byte[] canonicalBytes() {
        return getPage();
    }

    @Override
    public List<AbstractParty> getParticipants() {
        return Collections.singletonList(issuer);
    }

    @Override
    public Iterable<MappedSchema> supportedSchemas() {
        return Collections.singletonList(LedgerSchema.INSTANCE);
    }

    @Override
    public PersistentState generateMappedObject(MappedSchema schema) {
        return new PersistentPage(cursors().number());
    }
}
