/** The statement as a document, read back. */
package energy.registry.web.adapter.document;
