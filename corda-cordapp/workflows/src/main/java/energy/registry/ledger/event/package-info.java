/** Each node's own log of what the ledger did, written with the vault in one database transaction. Must not know flows. */
package energy.registry.ledger.event;
