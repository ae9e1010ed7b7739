/** The HTTP doors: clips in, records and signatures out. Must not measure or decide. */
package energy.registry.vision.adapter.http;
