/** What a camera before an array shows: sky, panels, and the power that they leave possible. Arithmetic only. */
package energy.registry.vision.solar;
