/** Tests of the batcher. Must not be used by the product. */
package energy.registry.ledger.gateway.claim;
