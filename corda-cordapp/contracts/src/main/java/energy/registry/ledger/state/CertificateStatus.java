package energy.registry.ledger.state;

import net.corda.core.serialization.CordaSerializable;

/** The lock on a certificate. Terminal states are states of their own, not a status; a freeze is a list, not a status. */
@CordaSerializable
public enum CertificateStatus {
    ACTIVE,
    OFFERED,
    PENDING_TRANSFER,
    EXPORT_PENDING
}
