/** The digital twin: weather, turbines and an array that follow from a seed, sent through the doors of real devices. Must not know what happens behind these doors. */
package energy.registry.ops.twin;
