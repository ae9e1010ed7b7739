/** Calls between the processes of the registry. Must not know what they are about. */
package energy.registry.ingest.adapter.service;
