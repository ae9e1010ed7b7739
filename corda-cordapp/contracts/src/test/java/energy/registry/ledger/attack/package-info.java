/**
 * Hostile transactions by the thousand: lawful ones are made, changed for the worse, and judged twice, by the contract and
 * by a naive model that counts single watt-hours. Nothing here knows how the contract comes to its verdict.
 */
package energy.registry.ledger.attack;
