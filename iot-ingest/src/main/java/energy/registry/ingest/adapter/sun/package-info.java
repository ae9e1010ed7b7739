/** The sun's position from a library. Must not know what it is asked for. */
package energy.registry.ingest.adapter.sun;
