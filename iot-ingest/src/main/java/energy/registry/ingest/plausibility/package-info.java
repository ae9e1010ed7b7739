/** Rules of physics and of data quality, as versioned data, over a meter's whole history; pure. Must not know where findings are kept. */
package energy.registry.ingest.plausibility;
