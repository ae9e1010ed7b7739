/** How much one caller may ask in a time. Knows requests and who sends them; must not know what they ask for beyond its cost. */
package energy.registry.web.adapter.limit;
