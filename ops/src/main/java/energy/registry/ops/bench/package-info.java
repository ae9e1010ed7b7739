/** Measures a running ledger through its HTTP door with really signed claims. Must not know how processes are started. */
package energy.registry.ops.bench;
