/** Tests of how values are worded. */
package energy.registry.web.adapter.page.display;
