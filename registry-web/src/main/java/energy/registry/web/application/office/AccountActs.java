package energy.registry.web.application.office;

import static energy.registry.web.model.office.Field.choice;
import static energy.registry.web.model.office.Field.of;

import energy.registry.web.model.Role;
import energy.registry.web.model.office.Act;
import energy.registry.web.model.office.ActSubject;
import energy.registry.web.model.office.Field;
import energy.registry.web.model.office.FieldKind;
import energy.registry.web.model.office.Service;
import java.util.List;
import java.util.Map;

/** The guided acts on money and on keys. */
final class AccountActs {
    private AccountActs() {}

    static List<Act> money() {
        Field amount =
                of(FieldKind.MONEY, "amountMinor", "Amount", "Such as 1500.00.").in("EUR");
        return List.of(
                Act.of(
                                "deposit",
                                "Book a deposit",
                                "Money of this organisation has arrived on the settlement account.",
                                "The balance grows at once, and can be spent on the market.",
                                ActSubject.ACCOUNT,
                                Role.ISSUING_BODY)
                        .sends("/v1/deposits", Service.LEDGER)
                        .saying(Map.of("accountId", "{subject}", "currency", "EUR"))
                        .asking(amount, ActBook.WHY),
                Act.of(
                                "pay-out",
                                "Book a pay-out",
                                "The organisation has been paid from the settlement account.",
                                "The balance shrinks at once. It can never fall below zero.",
                                ActSubject.ACCOUNT,
                                Role.ISSUING_BODY)
                        .sends("/v1/withdrawals", Service.LEDGER)
                        .saying(Map.of("accountId", "{subject}", "currency", "EUR"))
                        .asking(amount, ActBook.WHY));
    }

    static List<Act> keys() {
        return List.of(
                Act.of(
                                "enrol-key",
                                "Enrol a key",
                                "A meter, agent or camera of this device gets a new key.",
                                "The issuing body approves it; from then on what it signs counts. The time of a"
                                        + " measurement decides which key holds.",
                                ActSubject.DEVICE,
                                Role.GENERATOR,
                                Role.ISSUING_BODY)
                        .sends("/v1/keys", Service.METERS)
                        .saying(Map.of("subject.deviceId", "{device}"))
                        .asking(
                                choice(
                                        "subject.type",
                                        "Whose key",
                                        "What signs with it.",
                                        "METER=Meter",
                                        "AGENT=Metering agent",
                                        "CAMERA=Camera",
                                        "GATEWAY=Gateway"),
                                of(FieldKind.CODE, "subject.id", "Its id", "Such as MTR-0100 or CAM-0100."),
                                of(FieldKind.KEY, "key", "Public key", "Paste the PEM that it shows."),
                                of(FieldKind.TIME, "validFrom", "Valid from (UTC)", "Such as 2026-01-31T12:00."),
                                of(FieldKind.TIME, "validUntil", "Valid until (UTC)", "Leave it empty for no end.")
                                        .optional(),
                                ActBook.WHY),
                Act.of(
                                "decide-key",
                                "Decide on a key",
                                "Compare it with what the owner sent on paper.",
                                "An approved key counts for measurements from its first moment on.",
                                ActSubject.ENROLMENT,
                                Role.ISSUING_BODY)
                        .sends("/v1/keys/{subject}/decision", Service.METERS)
                        .asking(
                                choice(
                                        "decision",
                                        "Decision",
                                        "Approve only what you have compared.",
                                        "APPROVE=Approve",
                                        "REJECT=Reject"),
                                ActBook.WHY),
                Act.of(
                                "revoke-key",
                                "Revoke a key",
                                "It is lost, or in the wrong hands.",
                                "Nothing signed with it counts any more; what was signed since it was in the wrong"
                                        + " hands is looked at again.",
                                ActSubject.KEY,
                                Role.ISSUING_BODY)
                        .sends("/v1/keys/{subject}/revocation", Service.METERS)
                        .asking(
                                of(
                                                FieldKind.TIME,
                                                "compromisedSince",
                                                "In the wrong hands since (UTC)",
                                                "Leave it empty when it was only lost.")
                                        .optional(),
                                ActBook.WHY));
    }
}
