/**
 * How values look and what codes are called in plain words: energy, money, time, statuses, reasons. It must not
 * know pages, ports or HTTP.
 */
package energy.registry.web.adapter.page.display;
