package energy.registry.web.application.office;

import static energy.registry.web.model.office.Field.choice;
import static energy.registry.web.model.office.Field.line;
import static energy.registry.web.model.office.Field.of;
import static energy.registry.web.model.office.Field.reason;

import energy.registry.web.model.Role;
import energy.registry.web.model.office.Act;
import energy.registry.web.model.office.ActSubject;
import energy.registry.web.model.office.Field;
import energy.registry.web.model.office.FieldKind;
import energy.registry.web.model.office.Service;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every guided act there is, in the words that people read before they do it. */
public final class ActBook {
    /** Stands for the day a year from now. */
    static final String IN_A_YEAR = "{in-a-year}";
    /** Stands for the side on which the actor stands. */
    static final String BY = "{by}";
    /** Stands for the device as it is recorded, with the answers written over it. */
    static final String WHOLE_DEVICE = "{device-record}";
    /** Stands for the meter's key as it is recorded, unless an answer names another. */
    static final String RECORDED_KEY = "{recorded-key}";

    private static final Field START =
            of(FieldKind.TIME, "start", "From (UTC)", "Start of the first interval, such as 2026-01-31T12:00.");
    private static final Field END = of(FieldKind.TIME, "end", "Until (UTC)", "End of the last interval.");
    private static final Field CASE = line("caseNo", "Case number", "Under which the papers are kept.");
    static final Field WHY = reason("10 to 1,000 characters. Kept with your name, and shown to those it concerns.");

    private static final List<Act> ALL = Stream.of(
                    deviceLife(), meters(), corrections(), control(), AccountActs.money(), AccountActs.keys())
            .flatMap(List::stream)
            .toList();

    private ActBook() {}

    public static List<Act> all() {
        return ALL;
    }

    public static Optional<Act> find(String slug) {
        return ALL.stream().filter(act -> act.slug().equals(slug)).findFirst();
    }

    private static List<Act> deviceLife() {
        String status = "/v1/devices/{device}/status";
        return List.of(
                Act.of(
                                "suspend",
                                "Suspend a device",
                                "For as long as something about it is in doubt.",
                                "No new certificates are issued to the device until it is resumed. Certificates there"
                                        + " are stay as they are.",
                                ActSubject.DEVICE,
                                Role.ISSUING_BODY,
                                Role.REGULATOR)
                        .sends(status, Service.LEDGER)
                        .saying(Map.of("action", "SUSPEND"))
                        .asking(WHY),
                Act.of(
                                "resume",
                                "Resume a device",
                                "What was in doubt has been put right.",
                                "Certificates are issued to the device again, from its next interval on.",
                                ActSubject.DEVICE,
                                Role.ISSUING_BODY,
                                Role.REGULATOR)
                        .sends(status, Service.LEDGER)
                        .saying(Map.of("action", "RESUME"))
                        .asking(WHY),
                Act.of(
                                "retire-device",
                                "Retire a device",
                                "It is taken down, or leaves the registry for another.",
                                "Nothing it produces after that time is certified. What it produced before still comes"
                                        + " in within the late window. This cannot be undone.",
                                ActSubject.DEVICE,
                                Role.GENERATOR,
                                Role.ISSUING_BODY)
                        .decidedBy(Role.ISSUING_BODY)
                        .sends(status, Service.LEDGER)
                        .saying(Map.of("action", "RETIRE"))
                        .asking(
                                of(
                                                FieldKind.TIME,
                                                "until",
                                                "Last moment of production (UTC)",
                                                "Such as 2026-01-31T12:00.")
                                        .optional(),
                                WHY),
                Act.of(
                                "attest",
                                "Attest a device's data",
                                "Once a year you say that what is registered is still true.",
                                "Your attestation stands on the ledger with your name; the next one is due in a year.",
                                ActSubject.DEVICE,
                                Role.GENERATOR)
                        .sends(status, Service.LEDGER)
                        .saying(Map.of("action", "ATTEST", "until", IN_A_YEAR))
                        .asking(
                                of(
                                        FieldKind.TICK,
                                        "true",
                                        "What is registered is still true, and its energy is certified nowhere else.",
                                        "Look at the device's page first; amend what has changed."),
                                WHY),
                Act.of(
                                "lapse",
                                "Let a device lapse",
                                "Its yearly attestation did not come.",
                                "The device is suspended until its owner attests its data.",
                                ActSubject.DEVICE,
                                Role.ISSUING_BODY)
                        .sends(status, Service.LEDGER)
                        .saying(Map.of("action", "LAPSE"))
                        .asking(WHY),
                Act.of(
                                "amend",
                                "Amend a device's data",
                                "Something about it changed: its name, its capacity, what its cameras mean.",
                                "A new version of the device's record takes effect at the time you give; the old one"
                                        + " stays readable. Leave empty what stays.",
                                ActSubject.DEVICE,
                                Role.GENERATOR,
                                Role.ISSUING_BODY)
                        .decidedBy(Role.ISSUING_BODY)
                        .sends("/v1/devices/{device}/amendments", Service.LEDGER)
                        .saying(Map.of("device", WHOLE_DEVICE))
                        .asking(
                                line("device.name", "New name", "Only if it changes.")
                                        .optional(),
                                of(FieldKind.WHOLE, "device.capacityW", "New capacity, AC", "Only if it changes.")
                                        .optional()
                                        .in("W"),
                                line("device.region", "New region", "Only if it changes.")
                                        .optional(),
                                choice(
                                                "device.cameraPolicy",
                                                "What footage means",
                                                "Only if it changes.",
                                                "REQUIRED=Required",
                                                "ADVISORY=Advisory",
                                                "NONE=No camera")
                                        .optional(),
                                of(
                                        FieldKind.TIME,
                                        "effectiveFrom",
                                        "Takes effect at (UTC)",
                                        "The time of the change, such as 2026-01-31T12:00."),
                                WHY),
                Act.of(
                                "hand-over",
                                "Hand a device over",
                                "It has been sold, or is run by somebody else.",
                                "From that time on its certificates are issued to the new owner. What was issued"
                                        + " before stays where it is.",
                                ActSubject.DEVICE,
                                Role.GENERATOR,
                                Role.ISSUING_BODY)
                        .decidedBy(Role.ISSUING_BODY)
                        .sends("/v1/devices/{device}/handover", Service.LEDGER)
                        .asking(
                                line(
                                        "newOwner",
                                        "Account of the new owner",
                                        "As it is listed in the registry, such as windpark-nord."),
                                of(
                                        FieldKind.TIME,
                                        "at",
                                        "At (UTC)",
                                        "The end of an interval, such as 2026-01-31T12:00."),
                                WHY));
    }

    private static List<Act> meters() {
        return List.of(
                Act.of(
                                "meter-exchange",
                                "Exchange a meter",
                                "Do this when the meter, or the inverter that counts, was replaced: the new one starts"
                                        + " at another register, and its key is another.",
                                "The old meter's register is closed and the new one's opened. Intervals before the"
                                        + " exchange count by the old meter, those after it by the new: no gap, and"
                                        + " nothing twice.",
                                ActSubject.DEVICE,
                                Role.GENERATOR,
                                Role.ISSUING_BODY)
                        .decidedBy(Role.ISSUING_BODY)
                        .sends("/v1/meters/{meter}/exchange", Service.LEDGER, Service.METERS)
                        .saying(Map.of("meterKey", RECORDED_KEY))
                        .asking(
                                of(
                                        FieldKind.TIME,
                                        "at",
                                        "Exchanged at (UTC)",
                                        "At the end of an interval, such as 2026-01-31T12:00."),
                                of(
                                                FieldKind.WHOLE,
                                                "closingRegisterWh",
                                                "Last register of the old meter",
                                                "In Wh, from its display.")
                                        .in("Wh"),
                                line("meterMaker", "Maker of the new meter", "From the type plate."),
                                line("meterSerial", "Serial number of the new meter", "From the type plate."),
                                of(
                                                FieldKind.WHOLE,
                                                "openingRegisterWh",
                                                "First register of the new meter",
                                                "In Wh, usually 0.")
                                        .in("Wh"),
                                of(
                                                FieldKind.KEY,
                                                "meterKey",
                                                "Public key of the new meter",
                                                "Paste the PEM that it shows. Leave it empty where the same gateway, or"
                                                        + " the metering agent, goes on signing.")
                                        .optional(),
                                WHY),
                Act.of(
                                "release-meter",
                                "Release a meter",
                                "It signed two different statements for one sequence number, and you know why.",
                                "Its statements are taken again from the next one on.",
                                ActSubject.DEVICE,
                                Role.ISSUING_BODY)
                        .sends("/v1/meters/{meter}/release", Service.METERS)
                        .asking(WHY),
                Act.of(
                                "redrive",
                                "Try refused bytes again",
                                "The reason of the refusal is gone, such as a key that was not enrolled yet.",
                                "The same bytes pass all checks once more. Where they pass, they count; where not,"
                                        + " they stay refused.",
                                ActSubject.QUARANTINE,
                                Role.ISSUING_BODY)
                        .sends("/v1/quarantine/{subject}/redrive", Service.METERS)
                        .asking(WHY));
    }

    private static List<Act> corrections() {
        return List.of(
                Act.of(
                                "correct",
                                "Correct what was certified too much",
                                "A reading was too high, and certificates were issued for it.",
                                "The energy becomes a debt of the meter: its next intervals pay it off before anything"
                                        + " new is issued. Nobody who bought loses anything.",
                                ActSubject.DEVICE,
                                Role.GENERATOR,
                                Role.ISSUING_BODY)
                        .decidedBy(Role.ISSUING_BODY)
                        .sends("/v1/corrections", Service.LEDGER)
                        .saying(Map.of("meterId", "{meter}"))
                        .asking(
                                START,
                                END,
                                of(FieldKind.WHOLE, "overIssuedWh", "Certified too much", "In Wh.")
                                        .in("Wh"),
                                WHY),
                Act.of(
                                "withdraw",
                                "Withdraw certificates",
                                "They should never have been issued.",
                                "Unsold certificates of the time are withdrawn, and the time can be claimed anew. What"
                                        + " was sold becomes a debt of the meter.",
                                ActSubject.DEVICE,
                                Role.ISSUING_BODY)
                        .withConsent("WITHDRAW")
                        .sends("/v1/withdrawals-of-certificates", Service.LEDGER)
                        .saying(Map.of("meterId", "{meter}"))
                        .asking(START, END, CASE.optional(), WHY),
                Act.of(
                                "reverse-retirement",
                                "Reverse a retirement",
                                "It was made by mistake, within the last 24 hours, and nobody has relied on the"
                                        + " statement.",
                                "The certificates come back with the same serials. The statement says for good that it"
                                        + " was reversed.",
                                ActSubject.RETIREMENT,
                                Role.GENERATOR,
                                Role.BUYER)
                        .withConsent("REVERSE_RETIREMENT")
                        .sends("/v1/retirements/{subject}/reversal", Service.LEDGER)
                        .saying(Map.of("accountId", "{account}"))
                        .asking(line("ticket", "Your reference", "Under which you keep the papers."), WHY));
    }

    private static List<Act> control() {
        Field until = of(FieldKind.TIME, "until", "Ends at (UTC)", "Leave it empty for “until it is lifted”.")
                .optional();
        return List.of(
                Act.of(
                                "freeze-device",
                                "Freeze a device",
                                "While an inquiry goes on.",
                                "Its certificates cannot be offered, sold, transferred or retired, and none are"
                                        + " issued, until the freeze ends.",
                                ActSubject.DEVICE,
                                Role.REGULATOR,
                                Role.ISSUING_BODY)
                        .sends("/v1/freezes", Service.LEDGER)
                        .saying(Map.of("by", BY, "subjectType", "DEVICE", "subjectId", "{device}"))
                        .asking(CASE, until, WHY),
                Act.of(
                                "freeze-account",
                                "Freeze an account",
                                "While an inquiry goes on.",
                                "The organisation cannot offer, buy, transfer or retire anything until the freeze"
                                        + " ends.",
                                ActSubject.ACCOUNT,
                                Role.REGULATOR,
                                Role.ISSUING_BODY)
                        .sends("/v1/freezes", Service.LEDGER)
                        .saying(Map.of("by", BY, "subjectType", "ACCOUNT", "subjectId", "{subject}"))
                        .asking(CASE, until, WHY),
                Act.of(
                                "lift-freeze",
                                "Lift a freeze",
                                "The inquiry is over.",
                                "Everything can move again at once.",
                                ActSubject.FREEZE,
                                Role.REGULATOR,
                                Role.ISSUING_BODY)
                        .sends("/v1/freezes/{subject}/lift", Service.LEDGER)
                        .saying(Map.of("by", BY))
                        .asking(WHY),
                Act.of(
                                "expire",
                                "Prove expiries",
                                "Certificates that are past their last day are still in somebody's holdings.",
                                "Up to 64 of them are marked as expired on the ledger. Anyone may do this; the ledger"
                                        + " checks the time.",
                                ActSubject.REGISTRY,
                                Role.REGULATOR,
                                Role.ISSUING_BODY)
                        .sends("/v1/expiries", Service.LEDGER)
                        .asking(WHY));
    }
}
