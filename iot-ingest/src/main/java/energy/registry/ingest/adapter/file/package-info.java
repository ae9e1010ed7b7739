/** Tells files apart and hands them to the reader of their format. Must not know what becomes of them. */
package energy.registry.ingest.adapter.file;
