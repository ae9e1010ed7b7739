/** How much somebody may ask for in a time; pure. Must not know doors. */
package energy.registry.ingest.limit;
