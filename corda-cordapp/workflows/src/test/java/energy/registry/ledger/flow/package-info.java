/** The flows on nodes in one process. */
package energy.registry.ledger.flow;
