/** What the gateway needs from a ledger: flows run at a node. Must not know HTTP or Corda's client. */
package energy.registry.ledger.gateway.port;
