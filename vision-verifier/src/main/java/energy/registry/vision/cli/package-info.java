/** Commands a person or a script runs on files. Must not know the service. */
package energy.registry.vision.cli;
