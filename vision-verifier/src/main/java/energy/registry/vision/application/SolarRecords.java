package energy.registry.vision.application;

import energy.registry.vision.solar.PanelObservation;
import energy.registry.vision.solar.SkyObservation;
import energy.registry.vision.solar.SolarReason;
import energy.registry.vision.solar.SolarView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was seen of an array, as it stands in the evidence record. */
final class SolarRecords {
    private SolarRecords() {}

    static Map<String, Object> of(SolarView view, List<SolarReason> reasons) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("sunElevationDegrees", EvidenceRecords.rounded(view.elevationDegrees()));
        out.put("viewLikeness", EvidenceRecords.rounded(view.likeness()));
        out.put("sky", sky(view.sky()));
        out.put("panels", panels(view.panels()));
        out.put("reasons", reasons.stream().map(Enum::name).toList());
        return out;
    }

    private static Map<String, Object> sky(SkyObservation sky) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("state", sky.state().name());
        out.put("cloudFraction", EvidenceRecords.rounded(sky.cloudFraction()));
        out.put("standardUncertainty", EvidenceRecords.rounded(sky.standardUncertainty()));
        out.put("meanLevel", EvidenceRecords.rounded(sky.meanLevel()));
        out.put("blueness", EvidenceRecords.rounded(sky.blueness()));
        return out;
    }

    private static Map<String, Object> panels(PanelObservation panels) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("state", panels.state().name());
        out.put("snowPart", EvidenceRecords.rounded(panels.snowPart()));
        out.put("soiledPart", EvidenceRecords.rounded(panels.soiledPart()));
        out.put("shadedPart", EvidenceRecords.rounded(panels.shadedPart()));
        out.put("likeness", EvidenceRecords.rounded(panels.likeness()));
        return out;
    }
}
