package energy.registry.web.adapter.page.display;

import energy.registry.web.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences that the application answers in English, found again by their English words and said in another language.
 * One that the bundle does not have, or has no longer in these words, stays English, and the page marks it so.
 */
final class Sentences {
    private static final String PREFIX = "sentence.";

    /** A figure as English writes it, with or without a unit, and nothing else. */
    private static final Pattern FIGURE = Pattern.compile("\\d{1,3}(,?\\d{3})*([.]\\d+)?( ?(Wh|kWh|MWh|GWh|TWh|%))?");

    /** A value may be any words, but does not run on into a further sentence. */
    private static final String VALUE = "((?:(?![.] \\p{Lu}).)+?)";

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    /** English words as a pattern with a group for each value, and the numbers of those values in the words' order. */
    private record Sentence(String key, String english, Pattern pattern, List<Integer> places) {
        static Sentence of(String key) {
            String english = Words.of(Locale.ENGLISH, key);
            List<Integer> places = new ArrayList<>();
            StringBuilder pattern = new StringBuilder();
            Matcher place = PLACE.matcher(english);
            int read = 0;
            while (place.find()) {
                pattern.append(literally(english.substring(read, place.start())))
                        .append(VALUE);
                places.add(Integer.valueOf(place.group(1)));
                read = place.end();
            }
            pattern.append(literally(english.substring(read)));
            return new Sentence(key, english, Pattern.compile(pattern.toString(), Pattern.DOTALL), places);
        }

        /** Where there are places, the bundle has each apostrophe twice. */
        private static String literally(String words) {
            return Pattern.quote(words.replace("''", "'"));
        }

        Optional<String> of(String text, Locale locale) {
            Matcher found = pattern.matcher(text);
            if (!found.matches()) {
                return Optional.empty();
            }
            Object[] values = new Object[places.size()];
            for (int at = 0; at < values.length; at++) {
                String value = found.group(at + 1);
                values[places.get(at)] = FIGURE.matcher(value).matches() ? DecimalComma.exchanged(value) : value;
            }
            return Optional.of(Words.of(locale, key, values));
        }
    }

    /** The longest first: a short one may be the beginning of another, with a place for all the rest. */
    private static final List<Sentence> KNOWN = Words.keys(PREFIX).stream()
            .map(Sentence::of)
            .sorted(Comparator.comparingInt(
                    (Sentence sentence) -> -sentence.english().length()))
            .toList();

    private Sentences() {}

    static Optional<String> in(Locale locale, String english) {
        return KNOWN.stream()
                .map(sentence -> sentence.of(english, locale))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
