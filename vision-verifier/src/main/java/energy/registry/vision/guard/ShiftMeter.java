package energy.registry.vision.guard;

import energy.registry.vision.footage.GreyFrame;
import java.util.List;

/** Measures by how much pictures are displaced against a first one of the same size. */
public interface ShiftMeter {
    List<Shift> shifts(GreyFrame first, List<GreyFrame> others);
}
