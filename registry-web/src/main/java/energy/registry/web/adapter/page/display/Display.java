package energy.registry.web.adapter.page.display;

import energy.registry.web.model.HoldingGroup;
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
import java.util.stream.Collectors;

/**
 * What the templates call {@code fmt}: every quantity, time and code becomes text here, so that all pages say it
 * alike.
 */
public final class Display {
    private static final int KEY_HEAD = 8;
    private static final int KEY_TAIL = 6;
    private static final DateTimeFormatter DAY = format("d MMM uuuu");
    private static final DateTimeFormatter SHORT_DAY = format("d MMM");
    private static final DateTimeFormatter MONTH = format("MMMM uuuu");
    private static final DateTimeFormatter CLOCK = format("HH:mm");
    private static final DateTimeFormatter ZONE = format("zzz");
    private static final DateTimeFormatter FIELD = format("uuuu-MM-dd'T'HH:mm").withZone(ZoneOffset.UTC);

    private final ZoneId zone;

    /** Times as they are kept: in UTC. */
    public Display() {
        this(ZoneOffset.UTC);
    }

    private Display(ZoneId zone) {
        this.zone = zone;
    }

    /** Times as people of a place read them; everything that is typed stays UTC. */
    public static Display in(String zone) {
        try {
            return zone.isEmpty() || zone.equals("UTC") ? new Display() : new Display(ZoneId.of(zone));
        } catch (DateTimeException unknown) {
            return new Display();
        }
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
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
        return "Times are " + zoneName() + ".";
    }

    private String label(Instant instant) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : shown(ZONE, instant);
    }

    public String energy(long wattHours) {
        return EnergyText.of(wattHours);
    }

    /** A plain number of kWh for a form field, exact to the Wh. */
    public String kilowattHours(long wattHours) {
        return Digits.decimal(wattHours, 1000, 3).replace(",", "").replaceFirst("\\.?0+$", "");
    }

    /** For an axis: no places beyond the point unless they matter. */
    public String energyShort(long wattHours) {
        return EnergyText.of(wattHours).replaceFirst("\\.(\\d*?)0+ ", ".$1 ").replace(". ", " ");
    }

    /** The exact figure for a title or a copy, whatever unit the text beside it chose. */
    public String exactEnergy(long wattHours) {
        return Digits.grouped(wattHours) + " Wh";
    }

    public String power(long watts) {
        return EnergyText.power(watts);
    }

    public String money(long minor, String currency) {
        return MoneyText.of(minor, currency);
    }

    public String unitPrice(long minorPerMwh, String currency) {
        return MoneyText.of(minorPerMwh, currency) + " per MWh";
    }

    public String count(long number) {
        return Digits.grouped(number);
    }

    public String time(Instant instant) {
        return instant == null ? "–" : day(instant) + ", " + shown(CLOCK, instant) + " " + label(instant);
    }

    public String clock(Instant instant) {
        return shown(CLOCK, instant);
    }

    public String day(Instant instant) {
        return instant == null ? "–" : shown(DAY, instant);
    }

    public String shortDay(Instant instant) {
        return shown(SHORT_DAY, instant);
    }

    public String date(LocalDate date) {
        return date == null ? "–" : DAY.format(date);
    }

    public String shortDate(LocalDate date) {
        return SHORT_DAY.format(date);
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

    private static String utcDay(Instant instant) {
        return DAY.format(instant.atZone(ZoneOffset.UTC));
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
        return Remedies.of(rule == null ? "" : rule.toString(), "").remedy();
    }

    public String machineTime(Instant instant) {
        return instant == null ? "" : instant.toString();
    }

    public String field(Instant instant) {
        return instant == null ? "" : FIELD.format(instant);
    }

    public String rpm(long milliRpm) {
        return Digits.decimal(milliRpm, 1000, 2);
    }

    public String rpmWithUncertainty(long milliRpm, long uncertaintyMilliRpm) {
        return rpm(milliRpm) + " ± " + rpm(uncertaintyMilliRpm) + " rpm";
    }

    public String shortKey(String hex) {
        boolean already = hex == null || hex.length() <= KEY_HEAD + KEY_TAIL + 1;
        return already ? hex : hex.substring(0, KEY_HEAD) + "…" + hex.substring(hex.length() - KEY_TAIL);
    }

    public String say(String code) {
        return Wording.label(code);
    }

    public String tone(String code) {
        return Wording.tone(code);
    }

    public String meaning(String code) {
        return Wording.meaning(code);
    }

    /** Where a meter's statement comes from; LIVE means something else for a certificate. */
    public String origin(String code) {
        return "LIVE".equals(code) ? "Live meter" : Wording.label(code);
    }

    public String originMeaning(String code) {
        return "LIVE".equals(code) ? "Measured while the energy flowed." : Wording.meaning(code);
    }

    public String country(String code) {
        String name = new Locale.Builder().setRegion(region(code)).build().getDisplayCountry(Locale.ENGLISH);
        return name.isEmpty() ? code : name;
    }

    private static String region(String code) {
        return code != null && code.matches("[A-Z]{2}") ? code : "";
    }

    /** "2026-01" as people say it. */
    public String month(String yearAndMonth) {
        try {
            return MONTH.format(YearMonth.parse(yearAndMonth));
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
        return Digits.decimal(perMille, 10, 1) + " %";
    }

    /** Grams of CO2e in the unit that people report in. */
    public String emissions(long grams) {
        return grams < 1_000_000
                ? Digits.decimal(grams, 1_000, 1) + " kg CO₂e"
                : Digits.decimal(grams, 1_000_000, 3) + " t CO₂e";
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
        return Zones.name(eic);
    }
}
