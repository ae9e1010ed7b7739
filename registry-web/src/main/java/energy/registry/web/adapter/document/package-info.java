/** The retirement statement as a printed document. Knows templates, PDF and QR codes; knows no database and no HTTP. */
package energy.registry.web.adapter.document;
