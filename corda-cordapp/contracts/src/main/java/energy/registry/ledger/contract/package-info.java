/** Commands, and the contract that derives facts from a transaction and holds them against the rule book. Must not know flows. */
package energy.registry.ledger.contract;
