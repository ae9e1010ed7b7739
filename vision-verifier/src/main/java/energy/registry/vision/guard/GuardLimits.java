package energy.registry.vision.guard;

import java.util.Map;

/** The guard's limits by name. */
public final class GuardLimits {
    private GuardLimits() {}

    public static Map<String, Double> all() {
        return Map.ofEntries(
                Map.entry("frozenLevels", MotionChecks.FROZEN_LEVELS),
                Map.entry("frozenSeconds", MotionChecks.FROZEN_SECONDS),
                Map.entry("structureLevels", MotionChecks.STRUCTURE_LEVELS),
                Map.entry("structureOverQuiet", MotionChecks.STRUCTURE_OVER_QUIET),
                Map.entry("structureCertainLevels", MotionChecks.STRUCTURE_CERTAIN_LEVELS),
                Map.entry("cutLevels", MotionChecks.CUT_LEVELS),
                Map.entry("cutOverUsual", MotionChecks.CUT_OVER_USUAL),
                Map.entry("returnPartCertain", LoopCheck.RETURN_PART_CERTAIN),
                Map.entry("returnPartRepeated", LoopCheck.RETURN_PART_REPEATED),
                Map.entry("darkLevel", PictureChecks.DARK_LEVEL),
                Map.entry("flatSpan", PictureChecks.FLAT_SPAN),
                Map.entry("coverPart", PictureChecks.COVER_PART),
                Map.entry("sharpnessMin", PictureChecks.SHARPNESS_MIN),
                Map.entry("movedPart", ViewCheck.MOVED_PART),
                Map.entry("zoomedPart", ViewCheck.ZOOMED_PART),
                Map.entry("edgesLostPart", ViewCheck.LOST_PART),
                Map.entry("flatCoverSidePart", CoverCheck.SIDE_PART_MIN),
                Map.entry("returnActivityMin", LoopCheck.ACTIVITY_MIN),
                Map.entry("returnActivityToTell", LoopCheck.ACTIVITY_TO_TELL),
                Map.entry("returnActivityOfEncoders", LoopCheck.ACTIVITY_OF_ENCODERS),
                Map.entry("nothingReturnsPart", LoopCheck.NOTHING_RETURNS_PART),
                Map.entry("returnActivityOverFloor", LoopCheck.ACTIVITY_OVER_FLOOR),
                Map.entry("noiseReturn", NoiseReturn.CORRELATION_MAX),
                Map.entry("leapSeconds", TimeChecks.LEAP_SECONDS),
                Map.entry("repeatPartMax", TimeChecks.REPEAT_PART_MAX),
                Map.entry("missingPart", TimeChecks.MISSING_PART),
                Map.entry("alikeMin", FootagePrint.ALIKE_MIN),
                Map.entry("aliveLevels", MotionChecks.ALIVE_LEVELS),
                Map.entry("aliveOverQuiet", MotionChecks.ALIVE_OVER_QUIET));
    }
}
