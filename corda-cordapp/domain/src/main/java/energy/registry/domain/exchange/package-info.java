/** What two registries say to each other about certificates that move between them. Must not know owners' trades. */
package energy.registry.domain.exchange;
