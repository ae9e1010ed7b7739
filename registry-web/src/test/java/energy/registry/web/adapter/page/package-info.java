/** Tests of the pages: every template is rendered with sample values, without a server. */
package energy.registry.web.adapter.page;
