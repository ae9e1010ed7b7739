/** Devices from the ledger gateway's event feed. Must not know clips. */
package energy.registry.vision.adapter.gateway;
