/**
 * What the templates show: plain values, one record for each thing on a page. It must not know where the values
 * come from: neither ports nor
 * databases nor HTTP.
 */
package energy.registry.web.adapter.page.view;
