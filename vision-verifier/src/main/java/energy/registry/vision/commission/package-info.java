/** Where a camera's hub or panels are, as a person marked them; kept by versions. Must not know where it is stored. */
package energy.registry.vision.commission;
