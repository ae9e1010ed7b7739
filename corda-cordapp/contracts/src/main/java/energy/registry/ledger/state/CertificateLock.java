package energy.registry.ledger.state;

import net.corda.core.serialization.CordaSerializable;

/** What holds a certificate back until it ends one way or the other. A certificate has at most one. */
@CordaSerializable
public interface CertificateLock {
    /** The status of a certificate under this lock. */
    CertificateStatus status();

    /** The lock on a piece of {@code wattHours} of what it held. */
    CertificateLock forPieceOf(long wattHours);
}
