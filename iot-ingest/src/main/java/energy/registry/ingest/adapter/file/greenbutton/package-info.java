/** Green Button (NAESB ESPI): interval energies from an Atom feed. Must not know what becomes of them. */
package energy.registry.ingest.adapter.file.greenbutton;
