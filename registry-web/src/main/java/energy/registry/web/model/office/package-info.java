/** What the registry's offices work with beside certificates: cases, forms, documents, messages. Knows no technology. */
package energy.registry.web.model.office;
