/** The MQTT door: statements in, answers out, acknowledged after the commit. Must not know how anything is kept. */
package energy.registry.ingest.adapter.mqtt;
