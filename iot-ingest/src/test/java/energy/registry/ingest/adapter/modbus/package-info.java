/** Tests of the package of the same name. */
package energy.registry.ingest.adapter.modbus;
