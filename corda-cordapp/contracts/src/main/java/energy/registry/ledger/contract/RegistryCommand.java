package energy.registry.ledger.contract;

import net.corda.core.contracts.CommandData;

/** What a transaction of the registry does; it has exactly one. */
public interface RegistryCommand extends CommandData {
    /** The client's name for the request, under which its first result is found again. */
    String getRequestId();
}
