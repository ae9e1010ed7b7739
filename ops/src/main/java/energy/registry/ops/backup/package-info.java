/** Backups of a data folder as one file, and their return. Knows files only: not what runs, not what a store means. */
package energy.registry.ops.backup;
