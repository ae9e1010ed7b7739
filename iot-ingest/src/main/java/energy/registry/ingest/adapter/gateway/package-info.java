/** The ledger's gateway over HTTP: claims out, device registrations in. Must not know how they are kept. */
package energy.registry.ingest.adapter.gateway;
