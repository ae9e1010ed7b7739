/** A Kafka topic between doors and validators, partitioned by meter. Must not know what a statement says. */
package energy.registry.ingest.adapter.kafka;
