/** The sun's place by a library. Must not judge. */
package energy.registry.vision.adapter.sun;
