/** What a file of meter data says, whatever its format, and what is wrong with it; pure. Must not know formats, stores or keys. */
package energy.registry.ingest.upload;
