/** Turns what a counter shows into energy; pure. Must not know which device or protocol the counter belongs to. */
package energy.registry.ingest.register;
