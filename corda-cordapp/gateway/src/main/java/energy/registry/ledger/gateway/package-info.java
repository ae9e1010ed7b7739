/** Starts the ledger gateway and wires its parts. Must not hold any rule. */
package energy.registry.ledger.gateway;
