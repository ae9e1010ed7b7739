/** What is written on the ledger: few states, each with the kernel's canonical bytes inside. Must not know the rules. */
package energy.registry.ledger.state;
