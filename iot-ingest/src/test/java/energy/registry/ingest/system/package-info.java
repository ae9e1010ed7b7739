/** Behaviour of the whole service on a real database. Must not reach inside it. */
package energy.registry.ingest.system;
