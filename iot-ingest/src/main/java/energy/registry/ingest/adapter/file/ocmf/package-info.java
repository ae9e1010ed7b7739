/** OCMF, the signed records of calibrated meters, bare or in the XML of the transparency software. Must not know who keeps keys or records. */
package energy.registry.ingest.adapter.file.ocmf;
