package energy.registry.ledger.gateway.claim;

import energy.registry.domain.encoding.Digest;
import energy.registry.ledger.flow.ClaimOutcome;
import energy.registry.ledger.gateway.port.NodeUnavailable;
import java.util.concurrent.CompletableFuture;

/** A claim on its way, with whoever waits for its end. */
record WaitingClaim(Digest claimId, String meterId, byte[] claim, CompletableFuture<Settled> settled) {
    /** How a claim ended: with the ledger's outcome or with a node's absence. */
    record Settled(ClaimOutcome outcome, NodeUnavailable missing) {}
}
