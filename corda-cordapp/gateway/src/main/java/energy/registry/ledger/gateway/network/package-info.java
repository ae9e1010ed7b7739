/** Makes the Corda network below the data folder and says how its nodes are started. Must not know HTTP or the flows. */
package energy.registry.ledger.gateway.network;
