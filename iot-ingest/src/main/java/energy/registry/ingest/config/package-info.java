/** Reads the configuration, wires the parts, starts and stops them. Must not decide anything. */
package energy.registry.ingest.config;
