/** What pages and documents say in more than one language. */
package energy.registry.web.words;
