/** Tests of the rules' own arithmetic. */
package energy.registry.ingest.plausibility;
