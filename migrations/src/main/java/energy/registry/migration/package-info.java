/** Brings the database's schemas to the newest version and refuses older ones. Must not know what the tables mean. */
package energy.registry.migration;
