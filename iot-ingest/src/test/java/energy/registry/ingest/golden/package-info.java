/** The rules over real recordings, through the engine that the service uses. A recording that is absent skips its test and says so. */
package energy.registry.ingest.golden;
