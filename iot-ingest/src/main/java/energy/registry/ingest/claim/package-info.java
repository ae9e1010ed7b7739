/** Judges an interval from its statement and the verdicts, and builds claims; pure. Must not know where evidence is kept. */
package energy.registry.ingest.claim;
