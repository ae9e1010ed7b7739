package energy.registry.web.application.office;

import energy.registry.web.model.office.Field;
import energy.registry.web.model.office.FieldKind;
import energy.registry.web.model.office.Remark;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks answers against their fields. A remark names what was typed and how to put it right. */
public final class FormCheck {
    /** One line of words: a name or an address. */
    static final int LINE_MAX = 200;
    /** Several lines: a page of print. */
    static final int AREA_MAX = 4_000;
    /** Digits of a whole number: stays inside 64 bits. */
    private static final int DIGITS_MAX = 15;

    private static final Pattern WHOLE = Pattern.compile("\\d{1," + DIGITS_MAX + "}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}([.]\\d{1,6})?");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{2,39}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>\"]{1,64}@[A-Za-z0-9.-]{1,180}\\.[A-Za-z]{2,24}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private FormCheck() {}

    /** What is wrong with the answers to these fields, in the order of the fields. */
    public static List<Remark> check(List<Field> fields, Map<String, String> values) {
        List<Remark> remarks = new ArrayList<>();
        for (Field field : fields) {
            String value = values.getOrDefault(field.name(), "").strip();
            wrong(field, value).ifPresent(text -> remarks.add(new Remark(field.name(), text)));
        }
        return remarks;
    }

    private static Optional<String> wrong(Field field, String value) {
        if (value.isEmpty()) {
            return field.required() ? Optional.of(missing(field)) : Optional.empty();
        }
        if (CONTROL.matcher(value).find()) {
            return Optional.of("This holds characters that cannot be printed. Type it again.");
        }
        return fault(field, value).map(remedy -> quoted(value) + remedy);
    }

    private static String missing(Field field) {
        return switch (field.kind()) {
            case CHOICE -> "Choose one of the answers.";
            case TICK -> "Tick this to go on.";
            default -> "This is empty. " + field.hint();
        };
    }

    /** A long value is named by its beginning. */
    static String quoted(String value) {
        String head = value.length() > 40 ? value.substring(0, 40) + "…" : value;
        return "“" + head + "” cannot be used. ";
    }

    private static Optional<String> fault(Field field, String value) {
        return switch (field.kind()) {
            case LINE ->
                unless(
                        value.length() <= LINE_MAX && !value.contains("\n"),
                        "Write one line of at most 200 characters.");
            case AREA -> unless(value.length() <= AREA_MAX, "Write at most 4,000 characters.");
            case WHOLE -> unless(WHOLE.matcher(value).matches(), "Write digits only, without a point or a unit.");
            case DECIMAL -> unless(decimal(value).isPresent(), "Write a number such as 12.5.");
            case MONEY -> unless(money(value), "Write an amount above 0 such as 1500.00.");
            case DATE -> unless(date(value).isPresent(), "Write a day such as 2019-05-01.");
            case TIME -> unless(time(value).isPresent(), "Write a day and a time such as 2026-01-31T12:00.");
            case CHOICE ->
                unless(
                        field.choices().stream()
                                .anyMatch(choice -> choice.value().equals(value)),
                        "Choose one of the answers.");
            case TICK -> unless(value.equals("yes"), "Tick this to go on.");
            default -> codeFault(field.kind(), value);
        };
    }

    private static Optional<String> codeFault(FieldKind kind, String value) {
        return switch (kind) {
            case COUNTRY -> unless(COUNTRIES.contains(value), "Write the two letters of a country, such as DE.");
            case ZONE -> zoneFault(value);
            case METERING_POINT -> pointFault(value);
            case KEY -> keyFault(value);
            case CODE ->
                unless(
                        CODE.matcher(value).matches(),
                        "Write 3 to 40 capital letters, digits and hyphens, such as WTG-0100.");
            case EMAIL -> unless(EMAIL.matcher(value).matches(), "Write an address such as name@example.org.");
            case ADDRESS -> unless(address(value), "Write an address that begins with https://.");
            default -> Optional.empty();
        };
    }

    private static Optional<String> zoneFault(String value) {
        if (!CheckCharacters.looksLikeEic(value)) {
            return Optional.of("A zone code has 16 capital letters, digits and hyphens, such as 10Y1001A1001A82H.");
        }
        return unless(
                CheckCharacters.eic(value), "Its last character does not fit the others: one of them is mistyped.");
    }

    private static Optional<String> pointFault(String value) {
        if (CheckCharacters.looksLikeGsrn(value)) {
            return unless(
                    CheckCharacters.gsrn(value),
                    "Its last digit does not fit the others: compare it with the contract of the grid operator, one digit is mistyped.");
        }
        if (CheckCharacters.looksLikeEic(value)) {
            return unless(
                    CheckCharacters.eic(value), "Its last character does not fit the others: one of them is mistyped.");
        }
        return Optional.of(
                "A metering point has 18 digits (GSRN) or 16 capital letters, digits and hyphens (EIC). It stands on the contract of the grid operator.");
    }

    private static Optional<String> keyFault(String value) {
        if (value.contains("PRIVATE")) {
            return Optional.of(
                    "This is a private key. It must never leave the device: make a new pair and paste the public key.");
        }
        return unless(
                PublicKeys.read(value).isPresent(),
                "Paste a public key, Ed25519 or P-256, as PEM or as base64 of its SubjectPublicKeyInfo.");
    }

    private static boolean money(String value) {
        return decimal(value)
                .filter(amount ->
                        amount.signum() > 0 && amount.stripTrailingZeros().scale() <= 2)
                .isPresent();
    }

    private static boolean address(String value) {
        try {
            URI uri = URI.create(value);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return web && uri.getHost() != null && uri.getUserInfo() == null && value.length() <= LINE_MAX;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static Optional<String> unless(boolean good, String remedy) {
        return good ? Optional.empty() : Optional.of(remedy);
    }

    static Optional<BigDecimal> decimal(String value) {
        return DECIMAL.matcher(value).matches() ? Optional.of(new BigDecimal(value)) : Optional.empty();
    }

    static Optional<LocalDate> date(String value) {
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** A minute as a browser's field sends it, read as UTC. */
    public static Optional<Instant> time(String value) {
        try {
            return Optional.of(
                    value.endsWith("Z")
                            ? Instant.parse(value)
                            : LocalDateTime.parse(value).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
