package energy.registry.web.application.office;

import java.util.Arrays;
import java.util.Optional;

/** The steps of a device's registration, in order. */
public enum DeviceStep {
    IDENTITY("Identity and owner", "What the device is called, and who has the right to its certificates."),
    TECHNOLOGY("Technology and capacity", "How it makes electricity, and how much at most."),
    PLACE("Place", "Where it stands, and in which bidding zone it feeds in."),
    METERING("Metering point", "The point of the grid at which its energy is counted."),
    METER("Meter", "The meter at that point, and the key it signs with."),
    CAMERAS("Cameras", "What watches the device, so that the meter's word can be compared with what was seen."),
    POWER("Rotor or panels", "What the device can deliver at a rotor speed, or from its panels."),
    SUPPORT(
            "Support and other registries",
            "Public support it receives, and your word that its energy is certified here alone."),
    DOCUMENTS("Documents", "The papers that show what the steps before say."),
    REVIEW("Review and submit", "Everything once more, before the issuing body looks at it.");

    private final String title;
    private final String lead;

    DeviceStep(String title, String lead) {
        this.title = title;
        this.lead = lead;
    }

    public String title() {
        return title;
    }

    public String lead() {
        return lead;
    }

    public int number() {
        return ordinal() + 1;
    }

    /** Its part of an address. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Optional<DeviceStep> of(String slug) {
        return Arrays.stream(values()).filter(step -> step.slug().equals(slug)).findFirst();
    }

    public DeviceStep next() {
        return this == REVIEW ? REVIEW : values()[ordinal() + 1];
    }

    public DeviceStep previous() {
        return this == IDENTITY ? IDENTITY : values()[ordinal() - 1];
    }
}
