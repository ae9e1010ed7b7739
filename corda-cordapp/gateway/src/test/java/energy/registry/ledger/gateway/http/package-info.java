/** Tests of the HTTP door. Must not be used by the product. */
package energy.registry.ledger.gateway.http;
