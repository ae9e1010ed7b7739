/** Signatures by a fast native provider where it loads, and this service's own claim key. Must not know what is signed. */
package energy.registry.ingest.adapter.crypto;
