package energy.registry.web.adapter.page.display;

import energy.registry.web.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sentences that the application answers in English, and the words of its forms and acts, found again by their English
 * words and said in another language. One that the bundle does not have, or has no longer in these words, stays English,
 * and the page marks it so.
 */
final class Sentences {
    private static final List<String> PREFIXES = List.of("sentence.", "ask.");

    /** A figure as English writes it, with or without a unit, and nothing else. */
    private static final Pattern FIGURE = Pattern.compile("\\d{1,3}(,?\\d{3})*([.]\\d+)?( ?(Wh|kWh|MWh|GWh|TWh|%))?");

    /** A value may be any words, but does not run on into a further sentence. */
    private static final String VALUE = "((?:(?![.] \\p{Lu}).)+?)";

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    /** Behind a form's words on a value stands the remedy. */
    private static final Pattern UNFIT =
            Pattern.compile("(?s)" + Words.of(Locale.ENGLISH, "form.unfit", "(?<typed>.*?)") + " (?<remedy>.+)");

    private static final String EMPTY = Words.of(Locale.ENGLISH, "form.empty") + " ";

    /** An act by its title, and the id of what it was done to. */
    private static final Pattern ACT = Pattern.compile("(?<title>[^:]+)(?<subject>: \\S+)");

    /** English words with places in them as a pattern, and the numbers of those places in the words' order. */
    private record Sentence(String key, String english, String head, Pattern pattern, List<Integer> places) {
        static Sentence of(String key) {
            String english = Words.of(Locale.ENGLISH, key);
            List<Integer> places = new ArrayList<>();
            StringBuilder pattern = new StringBuilder();
            Matcher place = PLACE.matcher(english);
            int read = 0;
            while (place.find()) {
                pattern.append(Pattern.quote(literally(english.substring(read, place.start()))))
                        .append(VALUE);
                places.add(Integer.valueOf(place.group(1)));
                read = place.end();
            }
            pattern.append(Pattern.quote(literally(english.substring(read))));
            String head = literally(english.substring(0, english.indexOf('{')));
            return new Sentence(key, english, head, Pattern.compile(pattern.toString(), Pattern.DOTALL), places);
        }

        /** Where there are places, the bundle has each apostrophe twice. */
        private static String literally(String words) {
            return words.replace("''", "'");
        }

        Optional<String> of(String text, Locale locale) {
            if (!text.startsWith(head)) {
                return Optional.empty();
            }
            Matcher found = pattern.matcher(text);
            if (!found.matches()) {
                return Optional.empty();
            }
            Object[] values = new Object[places.size()];
            for (int at = 0; at < values.length; at++) {
                values[places.get(at)] = value(found.group(at + 1), locale);
            }
            return Optional.of(Words.of(locale, key, values));
        }

        /** A value may itself be something that the application says, such as the title of an act. */
        private static String value(String english, Locale locale) {
            return FIGURE.matcher(english).matches()
                    ? DecimalComma.exchanged(english)
                    : Sentences.in(locale, english).orElse(english);
        }
    }

    private static final Map<Boolean, List<String>> KEYS = PREFIXES.stream()
            .flatMap(prefix -> Words.keys(prefix).stream())
            .collect(Collectors.partitioningBy(
                    key -> PLACE.matcher(Words.of(Locale.ENGLISH, key)).find()));

    /** Those without a place, by their English words. */
    private static final Map<String, String> WHOLE = KEYS.get(false).stream()
            .collect(Collectors.toMap(key -> Words.of(Locale.ENGLISH, key), key -> key, (one, other) -> one));

    /** The longest first: a short one may be the beginning of another, with a place for all the rest. */
    private static final List<Sentence> WITH_PLACES = KEYS.get(true).stream()
            .map(Sentence::of)
            .sorted(Comparator.comparingInt(
                    (Sentence sentence) -> -sentence.english().length()))
            .toList();

    private Sentences() {}

    static Optional<String> in(Locale locale, String english) {
        if (english.startsWith(EMPTY)) {
            return in(locale, english.substring(EMPTY.length()))
                    .map(remedy -> Words.of(locale, "form.empty") + " " + remedy);
        }
        return whole(locale, english)
                .or(() -> unfit(locale, english))
                .or(() -> withPlaces(locale, english))
                .or(() -> act(locale, english));
    }

    private static Optional<String> whole(Locale locale, String english) {
        return Optional.ofNullable(WHOLE.get(english)).map(key -> Words.of(locale, key));
    }

    private static Optional<String> withPlaces(Locale locale, String english) {
        return WITH_PLACES.stream()
                .map(sentence -> sentence.of(english, locale))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> unfit(Locale locale, String english) {
        Matcher found = UNFIT.matcher(english);
        return found.matches()
                ? in(locale, found.group("remedy"))
                        .map(remedy -> Words.of(locale, "form.unfit", found.group("typed")) + " " + remedy)
                : Optional.empty();
    }

    private static Optional<String> act(Locale locale, String english) {
        Matcher found = ACT.matcher(english);
        return found.matches()
                ? whole(locale, found.group("title")).map(title -> title + found.group("subject"))
                : Optional.empty();
    }
}
