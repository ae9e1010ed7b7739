/** The verifier of footage over HTTP: countersignatures and records. Must not know how they are kept. */
package energy.registry.ingest.adapter.vision;
