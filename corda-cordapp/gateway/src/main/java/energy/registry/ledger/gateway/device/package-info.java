/** The JSON shape of production devices. Must not know HTTP servers or the ledger. */
package energy.registry.ledger.gateway.device;
