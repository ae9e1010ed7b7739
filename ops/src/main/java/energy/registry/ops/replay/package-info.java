/** Plays recorded telemetry and footage through the doors of live devices, signed by a metering agent. Must not know what a simulation is. */
package energy.registry.ops.replay;
