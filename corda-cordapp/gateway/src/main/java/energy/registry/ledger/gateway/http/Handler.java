package energy.registry.ledger.gateway.http;

import energy.registry.ledger.flow.LedgerRefusal;
import energy.registry.ledger.gateway.port.NodeUnavailable;

/** Answers one kind of call. */
@FunctionalInterface
public interface Handler {
    Answer answer(Call call) throws LedgerRefusal, NodeUnavailable, InterruptedException;
}
