/** SunSpec devices over Modbus TCP, read at regular times. Must not know what becomes of the samples. */
package energy.registry.ingest.adapter.modbus;
