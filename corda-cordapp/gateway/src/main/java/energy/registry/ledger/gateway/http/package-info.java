/** The HTTP door: routes, bounds, the service token and problem documents. Must not know flows or Corda. */
package energy.registry.ledger.gateway.http;
