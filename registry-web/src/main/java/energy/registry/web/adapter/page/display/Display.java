package energy.registry.web.adapter.page.display;

import energy.registry.web.adapter.page.view.FormState;
import energy.registry.web.model.HoldingGroup;
import energy.registry.web.words.Words;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the templates call {@code fmt}: every quantity, time and code becomes text here, so that all pages say it
 * alike.
 */
public final class Display {
    private static final int KEY_HEAD = 8;
    private static final int KEY_TAIL = 6;
    private static final DateTimeFormatter FIELD =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ZoneId zone;
    private final Locale locale;
    private final Dates dates;
    private final Digits digits;

    /** Times as they are kept, in UTC; words in English. */
    public Display() {
        this(ZoneOffset.UTC, Locale.ENGLISH);
    }

    private Display(ZoneId zone, Locale locale) {
        this.zone = zone;
        this.locale = locale;
        this.dates = Dates.of(locale);
        this.digits = new Digits(locale);
    }

    /** In English, with times as people of a place read them. */
    public static Display in(String zone) {
        return in(zone, Locale.ENGLISH);
    }

    /** Times as people of a place read them, everything else as their language has it; what is typed stays UTC. */
    public static Display in(String zone, Locale locale) {
        try {
            ZoneId place = zone.isEmpty() || zone.equals("UTC") ? ZoneOffset.UTC : ZoneId.of(zone);
            return new Display(place, locale);
        } catch (DateTimeException unknown) {
            return new Display(ZoneOffset.UTC, locale);
        }
    }

    /** Words of the bundle in the reader's language. */
    public String word(String key, Object... parameters) {
        return Words.of(locale, key, parameters);
    }

    /** Words of the bundle if it has them. */
    public Optional<String> knownWord(String key) {
        return Words.find(locale, key);
    }

    /** A sentence that the application answered, in the reader's language where the bundle knows it. */
    public String sentence(String english) {
        return german() ? Sentences.in(locale, english).orElse(english) : english;
    }

    /** The mark of such a sentence where it stays English on a page that is not; otherwise null. */
    public String foreign(String english) {
        return german() && Sentences.in(locale, english).isEmpty() ? english() : null;
    }

    /** The same reader, with times as they are kept. */
    public Display inUtc() {
        return new Display(ZoneOffset.UTC, locale);
    }

    /** An exact decimal as it is, with this language's point. */
    public String pointed(BigDecimal number) {
        return digits.pointed(number.toString());
    }

    /** A line of a map, such as 9° E. */
    public String bearing(String label) {
        return german() ? label.replace('E', 'O') : label;
    }

    /** What a code is called within a sentence; German keeps the capital letters of its nouns. */
    public String within(String code) {
        return german() ? say(code) : say(code).toLowerCase(locale);
    }

    private boolean german() {
        return locale.getLanguage().equals("de");
    }

    /** The language of what is only there in English, for its mark on a page in another; null on an English page. */
    public String english() {
        return german() ? "en" : null;
    }

    private String shown(DateTimeFormatter how, Instant instant) {
        return how.format(instant.atZone(zone));
    }

    /** What the zone is called. */
    public String zoneName() {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /** For the caption of a table of times. */
    public String timesNote() {
        return word("page.times-note", zoneName());
    }

    private String label(Instant instant) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : shown(dates.zone(), instant);
    }

    public String energy(long wattHours) {
        return EnergyText.of(wattHours, digits);
    }

    /** A plain number of kWh for a form field, exact to the Wh. */
    public String kilowattHours(long wattHours) {
        return BigDecimal.valueOf(wattHours, 3).stripTrailingZeros().toPlainString();
    }

    /** The same as this language writes it in a form. */
    public String kilowattHoursTyped(long wattHours) {
        return digits.pointed(kilowattHours(wattHours));
    }

    public String typed(FormState form, String field) {
        return typedNumber(form.value(field), form.value(DecimalComma.FIELD));
    }

    /**
     * A number in a form: as it was typed where the page was in this language too, as this language has it otherwise.
     * {@code comma} is the mark of a page with a decimal comma.
     */
    public String typedNumber(String number, String comma) {
        boolean marked = comma != null && !comma.isEmpty();
        return number == null || marked == decimalComma() ? number : DecimalComma.exchanged(number);
    }

    /** Whether numbers are typed with a decimal comma. */
    public boolean decimalComma() {
        return german();
    }

    /** For an axis: no places beyond the point unless they matter. */
    public String energyShort(long wattHours) {
        return EnergyText.brief(wattHours, digits);
    }

    /** The exact figure for a title or a copy, whatever unit the text beside it chose. */
    public String exactEnergy(long wattHours) {
        return digits.grouped(wattHours) + " Wh";
    }

    public String power(long watts) {
        return EnergyText.power(watts, digits);
    }

    public String money(long minor, String currency) {
        return MoneyText.of(minor, currency, digits, german());
    }

    public String unitPrice(long minorPerMwh, String currency) {
        return word("page.per-mwh", money(minorPerMwh, currency));
    }

    public String count(long number) {
        return digits.grouped(number);
    }

    public String time(Instant instant) {
        return instant == null ? "–" : day(instant) + ", " + shown(dates.clock(), instant) + " " + label(instant);
    }

    public String clock(Instant instant) {
        return shown(dates.clock(), instant);
    }

    public String day(Instant instant) {
        return instant == null ? "–" : shown(dates.day(), instant);
    }

    public String shortDay(Instant instant) {
        return shown(dates.shortDay(), instant);
    }

    public String date(LocalDate date) {
        return date == null ? "–" : dates.day().format(date);
    }

    public String shortDate(LocalDate date) {
        return dates.shortDay().format(date);
    }

    /** The value of a date field; empty for no date. */
    public String dateField(Instant instant) {
        return instant == null
                ? ""
                : instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** A half-open period; the day is said once when both ends share it. */
    public String period(Instant start, Instant end) {
        if (start == null || end == null) {
            return "–";
        }
        boolean sameDay = day(start).equals(day(end.minusSeconds(1)));
        return sameDay
                ? day(start) + ", " + clock(start) + "–" + endClock(start, end) + " " + label(start)
                : time(start) + " – " + time(end);
    }

    private String endClock(Instant start, Instant end) {
        return day(start).equals(day(end)) ? clock(end) : "24:00";
    }

    /** A period in whole days, the way people write a reporting year; falls back to times when it is not whole days. */
    public String dayPeriod(Instant start, Instant end) {
        if (start == null || end == null) {
            return "–";
        }
        boolean whole = start.getEpochSecond() % 86_400 == 0 && end.getEpochSecond() % 86_400 == 0;
        return whole ? utcDay(start) + " – " + utcDay(end.minusSeconds(1)) : period(start, end);
    }

    private String utcDay(Instant instant) {
        return dates.day().format(instant.atZone(ZoneOffset.UTC));
    }

    /** A time as a service wrote it; as it is where it is none. */
    public String instantText(Object text) {
        try {
            return text == null ? "–" : time(Instant.parse(text.toString()));
        } catch (java.time.DateTimeException otherwise) {
            return text.toString();
        }
    }

    /** What to do about a rule that refused something. */
    public String remedy(Object rule) {
        return Remedies.of(rule == null ? "" : rule.toString(), "", this).remedy();
    }

    public String machineTime(Instant instant) {
        return instant == null ? "" : instant.toString();
    }

    public String field(Instant instant) {
        return instant == null ? "" : FIELD.format(instant);
    }

    public String rpm(long milliRpm) {
        return digits.decimal(milliRpm, 1000, 2);
    }

    public String rpmWithUncertainty(long milliRpm, long uncertaintyMilliRpm) {
        return rpm(milliRpm) + " ± " + rpm(uncertaintyMilliRpm) + " " + word("page.rpm");
    }

    public String shortKey(String hex) {
        boolean already = hex == null || hex.length() <= KEY_HEAD + KEY_TAIL + 1;
        return already ? hex : hex.substring(0, KEY_HEAD) + "…" + hex.substring(hex.length() - KEY_TAIL);
    }

    public String say(String code) {
        return Wording.label(code, locale);
    }

    public String tone(String code) {
        return Wording.tone(code);
    }

    public String meaning(String code) {
        return Wording.meaning(code, locale);
    }

    /** Where a meter's statement comes from; LIVE means something else for a certificate. */
    public String origin(String code) {
        return "LIVE".equals(code) ? word("code.LIVE-METER") : Wording.label(code, locale);
    }

    public String originMeaning(String code) {
        return "LIVE".equals(code) ? word("code.LIVE-METER.meaning") : Wording.meaning(code, locale);
    }

    public String country(String code) {
        String name = new Locale.Builder().setRegion(region(code)).build().getDisplayCountry(locale);
        return name.isEmpty() ? code : name;
    }

    private static String region(String code) {
        return code != null && code.matches("[A-Z]{2}") ? code : "";
    }

    /** "2026-01" as people say it. */
    public String month(String yearAndMonth) {
        try {
            return dates.month().format(YearMonth.parse(yearAndMonth));
        } catch (DateTimeParseException notAMonth) {
            return yearAndMonth;
        }
    }

    /** The energy of the largest group, at least 1 Wh, for bars to be drawn against. */
    public long largest(List<HoldingGroup> groups) {
        return groups.stream().mapToLong(HoldingGroup::quantityWh).max().orElse(1);
    }

    /** 876 per mille is "87.6 %". */
    public String percent(int perMille) {
        return digits.decimal(perMille, 10, 1) + " %";
    }

    /** Grams of CO2e in the unit that people report in. */
    public String emissions(long grams) {
        return grams < 1_000_000
                ? digits.decimal(grams, 1_000, 1) + " kg CO₂e"
                : digits.decimal(grams, 1_000_000, 3) + " t CO₂e";
    }

    /** Each value with something put before it, for addresses that name several. */
    public List<String> each(String before, List<String> values) {
        return values.stream().map(before::concat).toList();
    }

    /** An address whose query names each of the values. */
    public String address(String path, String name, List<String> values) {
        return path + "?"
                + values.stream()
                        .map(value -> name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    public String zone(String eic) {
        return Zones.name(eic, locale);
    }
}
