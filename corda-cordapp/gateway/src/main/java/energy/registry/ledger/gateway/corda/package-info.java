/** The only door to Corda's client library: connections, serialisation, transactions. Must not know HTTP. */
package energy.registry.ledger.gateway.corda;
