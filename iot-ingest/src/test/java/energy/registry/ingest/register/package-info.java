/** Tests of counters. */
package energy.registry.ingest.register;
