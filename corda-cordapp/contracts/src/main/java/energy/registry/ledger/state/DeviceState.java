package energy.registry.ledger.state;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.ledger.contract.RegistryContract;
import energy.registry.ledger.schema.LedgerSchema;
import energy.registry.ledger.schema.PersistentDevice;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.contracts.LinearState;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.identity.Party;
import net.corda.core.schemas.MappedSchema;
import net.corda.core.schemas.PersistentState;
import net.corda.core.schemas.QueryableState;

/** A registered device with the record that its certificates name by digest. */
@BelongsToContract(RegistryContract.class)
public final class DeviceState implements LinearState, QueryableState, CanonicalState {
    private final byte[] device;
    private final DeviceStatus status;
    private final int page;
    private final PublicKey owner;
    private final Party issuer;
    private final long attestationDueEpochSecond;

    /**
     * @param page number of the page that holds the device's cursor, for ever
     * @param attestationDueEpochSecond when the owner has to attest his data again, UTC
     */
    public DeviceState(
            byte[] device,
            DeviceStatus status,
            int page,
            PublicKey owner,
            Party issuer,
            long attestationDueEpochSecond) {
        this.device = device.clone();
        this.status = status;
        this.page = page;
        this.owner = owner;
        this.issuer = issuer;
        this.attestationDueEpochSecond = attestationDueEpochSecond;
    }

    public byte[] getDevice() {
        return device.clone();
    }

    public DeviceStatus getStatus() {
        return status;
    }

    public int getPage() {
        return page;
    }

    public PublicKey getOwner() {
        return owner;
    }

    public Party getIssuer() {
        return issuer;
    }

    public long getAttestationDueEpochSecond() {
        return attestationDueEpochSecond;
    }

    public DeviceState withStatus(DeviceStatus next) {
        return new DeviceState(device, next, page, owner, issuer, attestationDueEpochSecond);
    }

    public DeviceState attestedUntil(long epochSecond) {
        return new DeviceState(device, status, page, owner, issuer, epochSecond);
    }

    public DeviceState withRecord(ProductionDevice next, PublicKey nextOwner) {
        return new DeviceState(next.encode(), status, page, nextOwner, issuer, attestationDueEpochSecond);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof DeviceState)) {
            return false;
        }
        DeviceState state = (DeviceState) other;
        return Arrays.equals(device, state.device)
                && status == state.status
                && page == state.page
                && owner.equals(state.owner)
                && issuer.equals(state.issuer)
                && attestationDueEpochSecond == state.attestationDueEpochSecond;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(device);
    }

    public ProductionDevice record() {
        return ProductionDevice.decode(device);
    }

    @Override
    public byte[] canonicalBytes() {
        return getDevice();
    }

    /** Follows from the device's id, so that every node gives it the same. */
    @Override
    public UniqueIdentifier getLinearId() {
        String deviceId = record().deviceId();
        return new UniqueIdentifier(deviceId, UUID.nameUUIDFromBytes(deviceId.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public List<AbstractParty> getParticipants() {
        return Arrays.asList(new AnonymousParty(owner), issuer);
    }

    @Override
    public Iterable<MappedSchema> supportedSchemas() {
        return Collections.singletonList(LedgerSchema.INSTANCE);
    }

    @Override
    public PersistentState generateMappedObject(MappedSchema schema) {
        ProductionDevice record = record();
        return new PersistentDevice(record.deviceId(), record.meterId(), page);
    }
}
