/** Tests against Corda's own classes. Must not be used by the product. */
package energy.registry.ledger.gateway.corda;
