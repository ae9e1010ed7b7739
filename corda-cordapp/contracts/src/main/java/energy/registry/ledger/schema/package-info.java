/** How a node's vault indexes the states. Must not know contracts or flows. */
package energy.registry.ledger.schema;
