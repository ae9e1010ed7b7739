/** Tests of the charts' geometry. */
package energy.registry.web.adapter.page.chart;
