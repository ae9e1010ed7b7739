/** One handler for each thing a client can ask of the ledger: JSON in, a flow, JSON out. Must not know the HTTP server. */
package energy.registry.ledger.gateway.command;
