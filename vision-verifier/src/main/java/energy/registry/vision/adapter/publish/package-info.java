/** Signed verdicts to iot-ingest, again and again until they are accepted. Must not measure. */
package energy.registry.vision.adapter.publish;
