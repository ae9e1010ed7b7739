package energy.registry.web.application.office;

import static energy.registry.web.model.office.Field.choice;
import static energy.registry.web.model.office.Field.line;
import static energy.registry.web.model.office.Field.of;

import energy.registry.web.model.office.Field;
import energy.registry.web.model.office.FieldKind;
import java.util.List;

/** What an organisation is asked before it gets an account. */
public final class JoinForm {
    public static final List<Field> FIELDS = List.of(
            line("legalName", "Legal name", "As it stands in the public register."),
            line(
                    "accountId",
                    "Short name",
                    "3 to 40 small letters, digits and hyphens, such as windpark-nord. It names your account for good."),
            choice(
                    "wanted",
                    "You want to",
                    "It can be widened later.",
                    "generator=Certify what you generate",
                    "buyer=Buy and retire certificates",
                    "generator buyer=Both"),
            line("registrationNo", "Registration number", "Of the public register, with its court or office."),
            line("vatNo", "VAT number", "If you have one.").optional(),
            of(FieldKind.COUNTRY, "country", "Country", "Two letters, such as DE."),
            line("address", "Registered address", "Street, postcode, town."),
            line("contactName", "Your name", "You become its first user, and may invite others."),
            of(FieldKind.EMAIL, "contactEmail", "Your e-mail address", "News about the application goes there."),
            line("contactPhone", "Your telephone", "For questions.").optional(),
            of(
                    FieldKind.TICK,
                    "terms",
                    "We accept the registry's rules, version 1, and may act for this organisation.",
                    "The rules are published with the rule book."));

    private JoinForm() {}
}
