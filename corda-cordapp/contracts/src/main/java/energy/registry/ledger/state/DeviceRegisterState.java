package energy.registry.ledger.state;

import energy.registry.domain.encoding.Digest;
import energy.registry.ledger.contract.RegistryContract;
import java.util.Arrays;
import java.util.List;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.contracts.LinearState;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.Party;

/**
 * The root over the fingerprints of all devices. Each registration consumes it and shows that its device is absent, so
 * that one meter cannot live under two names. The regulator signs its founding; there is one.
 */
@BelongsToContract(RegistryContract.class)
public final class DeviceRegisterState implements LinearState {
    private final UniqueIdentifier linearId;
    private final byte[] root;
    private final long devices;
    private final int pages;
    private final Party issuer;
    private final Party regulator;
    private final Party notary;

    /**
     * @param root of the sparse Merkle tree over all fingerprints
     * @param pages number of cursor pages opened so far; the next one gets this number
     * @param notary the one under which every cursor stays
     */
    public DeviceRegisterState(
            UniqueIdentifier linearId,
            byte[] root,
            long devices,
            int pages,
            Party issuer,
            Party regulator,
            Party notary) {
        this.linearId = linearId;
        this.root = root.clone();
        this.devices = devices;
        this.pages = pages;
        this.issuer = issuer;
        this.regulator = regulator;
        this.notary = notary;
    }

    @Override
    public UniqueIdentifier getLinearId() {
        return linearId;
    }

    public byte[] getRoot() {
        return root.clone();
    }

    public long getDevices() {
        return devices;
    }

    public int getPages() {
        return pages;
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

    /** The register after one more device. */
    public DeviceRegisterState withDevice(Digest newRoot, int newPages) {
        return new DeviceRegisterState(linearId, newRoot.bytes(), devices + 1, newPages, issuer, regulator, notary);
    }

    /** The register after a device has gained meters, cameras or keys. */
    public DeviceRegisterState withRoot(Digest newRoot) {
        return new DeviceRegisterState(linearId, newRoot.bytes(), devices, pages, issuer, regulator, notary);
    }

    @Override
    public List<AbstractParty> getParticipants() {
        return Arrays.asList(issuer, regulator);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof DeviceRegisterState)) {
            return false;
        }
        DeviceRegisterState state = (DeviceRegisterState) other;
        return linearId.equals(state.linearId)
                && Arrays.equals(root, state.root)
                && devices == state.devices
                && pages == state.pages
                && issuer.equals(state.issuer)
                && regulator.equals(state.regulator)
                && notary.equals(state.notary);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(root);
    }
}
