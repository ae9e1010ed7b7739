/** What the ledger can be asked to do, one flow for each act. Must not know HTTP, users or the read model. */
package energy.registry.ledger.flow;
