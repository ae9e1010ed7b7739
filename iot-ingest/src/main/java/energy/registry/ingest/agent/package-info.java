/** The metering agent: gives unsigned meter data a register, a chain and intervals, by fixed arithmetic; pure. Must not know where the data came from or where keys lie. */
package energy.registry.ingest.agent;
