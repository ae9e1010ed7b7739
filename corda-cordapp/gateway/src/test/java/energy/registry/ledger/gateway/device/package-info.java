/** Tests of the device JSON. Must not be used by the product. */
package energy.registry.ledger.gateway.device;
