/** One lawful transaction of each command, and each rule broken once. */
package energy.registry.ledger.contract;
