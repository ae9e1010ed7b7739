/** Keys and the checking of signatures. Must not know what was signed. */
package energy.registry.domain.identity;
