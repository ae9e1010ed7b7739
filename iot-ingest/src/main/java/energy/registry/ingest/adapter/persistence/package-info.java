/** Keeps everything in PostgreSQL, by plain SQL. Must not know doors or other processes. */
package energy.registry.ingest.adapter.persistence;
