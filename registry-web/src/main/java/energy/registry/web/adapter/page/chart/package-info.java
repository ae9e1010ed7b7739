/**
 * Geometry of the charts that are drawn on the server as SVG. It must not know pages, ports or HTTP.
 */
package energy.registry.web.adapter.page.chart;
