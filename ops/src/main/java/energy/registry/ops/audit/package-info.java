/** Rebuilds what was issued and who holds it from the regulator's node alone, and reports overlaps and imbalances. Must not know the read model or ingest. */
package energy.registry.ops.audit;
