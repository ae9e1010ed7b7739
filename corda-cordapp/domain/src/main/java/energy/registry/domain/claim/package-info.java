/** The generation claim that joins a statement with its verdicts. Must not know the ledger. */
package energy.registry.domain.claim;
