/** Sparkplug B over the MQTT server: births, aliases, sequence and rebirth. Must not know what becomes of the samples. */
package energy.registry.ingest.adapter.sparkplug;
