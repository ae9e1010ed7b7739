/** Tests of bootstrap and of the whole network. Must not be used by the product. */
package energy.registry.ledger.gateway.network;
