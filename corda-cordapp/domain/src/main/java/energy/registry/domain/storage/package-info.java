/** Energy that went into a storage unit and what may come out of it. Must not know how it was traded before. */
package energy.registry.domain.storage;
