/** Clips, records, verdicts and the key on disk, each written whole or not at all. Must not judge. */
package energy.registry.vision.adapter.storage;
