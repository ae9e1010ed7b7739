/** Tables of meter data: this registry's template, M-RETS hourly, EnergyTag. Must not know what becomes of them. */
package energy.registry.ingest.adapter.file.csv;
