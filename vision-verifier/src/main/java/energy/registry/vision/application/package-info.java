/** The act of measuring a clip and writing down what was seen. Must not know any adapter. */
package energy.registry.vision.application;
