/** Decoding, encoding and picture files by FFmpeg and OpenCV; the one place that owns native memory. Must not judge. */
package energy.registry.vision.adapter.opencv;
