/** Tests of how much one caller may ask. */
package energy.registry.web.adapter.limit;
