/** Tests of the configuration. Must not be used by the product. */
package energy.registry.ledger.gateway.config;
