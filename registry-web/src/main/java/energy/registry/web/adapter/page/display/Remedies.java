package energy.registry.web.adapter.page.display;

import java.util.Map;

/** Why an interval was held or refused, said to the generator in plain words, with the next step that puts it right. */
public final class Remedies {
    /** A reason in words and what to do about it. */
    public record Advice(String code, String text, String remedy) {}

    private static final Advice ASK = new Advice(
            "",
            "The interval did not pass a check.",
            "Write to the issuing body with the interval's start time; they see the full evidence.");

    private static final Map<String, Advice> ADVICE = Map.ofEntries(
            advice(
                    "ENERGY_ABOVE_ENVELOPE",
                    "The meter reports more energy than the rotor speed on the footage can have produced.",
                    "Check that camera and meter belong to the same turbine and that their clocks agree. "
                            + "If the meter was exchanged or re-configured, tell the issuing body."),
            advice(
                    "ENERGY_BELOW_ENVELOPE",
                    "The meter reports less energy than the rotor speed suggests. This is noted, not held against you.",
                    "Nothing to do. Curtailment or a power limit explains it."),
            advice(
                    "VERDICT_MISSING",
                    "No footage of this interval arrived in time.",
                    "Check the camera's network connection and send the clip; a late clip is still measured."),
            advice(
                    "FOOTAGE_NOT_TRUSTED",
                    "The footage looks frozen, replayed, moved or covered, so it proves nothing.",
                    "Clean or realign the camera and restart its stream. If it "
                            + "happens again, ask the issuing body for a visit."),
            advice(
                    "ROTOR_SPEED_UNKNOWN",
                    "The rotor speed could not be measured on the footage, for instance in fog or at night.",
                    "Nothing to do for a single interval: the issuing body decides. If it "
                            + "happens often, improve the light or the viewing angle."),
            advice(
                    "CLIP_REUSED",
                    "The same clip was sent for another interval or device.",
                    "Send the clip that belongs to this interval. Check that the camera's recorder does not loop."),
            advice(
                    "QUALITY_ESTIMATED",
                    "The meter says that it estimated this interval.",
                    "Send the measured register for the interval: estimates are never certified."),
            advice(
                    "COUNTERSIGNATURE_REFUSED",
                    "The camera's verifier recomputed the claim and does not support it.",
                    "Look at the footage below. If it shows another turbine or another time, send the right clip."),
            advice(
                    "LEDGER_REFUSED",
                    "The ledger refused the claim by one of its rules.",
                    "The rule is named above. Put right what it names, and the claim is sent again."),
            advice(
                    "SIGNATURE_INVALID",
                    "The meter's signature does not fit the key registered for it.",
                    "Register the meter's new key with the issuing body, or restore the old one."),
            advice(
                    "REGISTER_DISCONTINUITY",
                    "The register at the start is not the register at the end of the interval before.",
                    "Send the missing intervals in order. If the meter was "
                            + "exchanged, have the exchange registered first."),
            advice(
                    "CAPACITY_EXCEEDED",
                    "The energy is more than the device can produce in this time at full power.",
                    "Check the meter's transformer ratio and unit (Wh, not kWh), then send a corrected reading."),
            advice(
                    "INTERVAL_ALREADY_ISSUED",
                    "A certificate exists for this interval or a part of it.",
                    "Nothing to send again: look for it among your certificates."),
            advice(
                    "INTERVAL_OVERLAPS",
                    "The interval overlaps one that has been certified.",
                    "Send intervals that follow each other without overlap, on the device's interval grid."));

    private Remedies() {}

    private static Map.Entry<String, Advice> advice(String code, String text, String remedy) {
        return Map.entry(code, new Advice(code, text, remedy));
    }

    /** The service's own sentence wins over ours, because it can name the figures. */
    public static Advice of(String code, String said) {
        Advice known = ADVICE.getOrDefault(code, ASK);
        String text = said == null || said.isBlank() ? known.text() : said;
        return new Advice(code, text, known.remedy());
    }
}
