/** Reads the JSON envelope of a signed statement within fixed limits. Must not know who sent it. */
package energy.registry.ingest.adapter.json;
