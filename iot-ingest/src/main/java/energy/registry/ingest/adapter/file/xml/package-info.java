/** Reads XML of strangers within fixed limits: no document type, no entities, bounded depth and length. Must not know what the XML means. */
package energy.registry.ingest.adapter.file.xml;
