/** Gathers claims that arrive together into one issue. Must not know HTTP. */
package energy.registry.ledger.gateway.claim;
