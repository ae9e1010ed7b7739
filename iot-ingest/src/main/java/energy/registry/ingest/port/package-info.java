/** What the use cases need from outside, as interfaces. Must not know how any of it is done. */
package energy.registry.ingest.port;
