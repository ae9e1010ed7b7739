/** The sending side of a device: a meter and a camera that sign, and the doors they speak to. Must not know whether a simulation or a recording moves them. */
package energy.registry.ops.device;
