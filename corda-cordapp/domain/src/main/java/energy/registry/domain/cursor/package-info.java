/** How far a meter's energy has been issued, and the rules a claim must meet to issue more. Must not know owners' trades. */
package energy.registry.domain.cursor;
