/** Records what a camera sends over HTTP. Must not decode it, nor decide which addresses are permitted. */
package energy.registry.vision.adapter.stream;
