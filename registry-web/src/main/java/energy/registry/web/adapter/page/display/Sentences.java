package energy.registry.web.adapter.page.display;

import energy.registry.web.words.Words;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Sentences that the application answers in English, found again by their English words and said in another language.
 * One that the bundle does not have, or has no longer in these words, stays English, and the page marks it so.
 */
final class Sentences {
    private static final String PREFIX = "sentence.";

    /** A figure as English writes it, with or without a unit, and nothing else. */
    private static final Pattern FIGURE = Pattern.compile("\\d{1,3}(,?\\d{3})*([.]\\d+)?( ?(Wh|kWh|MWh|GWh|TWh|%))?");

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private record Sentence(String key, String english) {
        /** The values in the places of the English words; empty where the text is another sentence. */
        Optional<Object[]> valuesIn(String text) {
            if (!PLACE.matcher(english).find()) {
                return english.equals(text) ? Optional.of(new Object[0]) : Optional.empty();
            }
            ParsePosition read = new ParsePosition(0);
            Object[] values = new MessageFormat(english, Locale.ENGLISH).parse(text, read);
            return values != null && read.getIndex() == text.length() ? Optional.of(values) : Optional.empty();
        }
    }

    /** The longest first: a short one may be the beginning of another, with a place for all the rest. */
    private static final List<Sentence> KNOWN = Words.keys(PREFIX).stream()
            .map(key -> new Sentence(key, Words.of(Locale.ENGLISH, key)))
            .sorted(Comparator.comparingInt(
                    (Sentence sentence) -> -sentence.english().length()))
            .toList();

    private Sentences() {}

    static Optional<String> in(Locale locale, String english) {
        for (Sentence sentence : KNOWN) {
            Optional<Object[]> values = sentence.valuesIn(english);
            if (values.isPresent()) {
                return Optional.of(Words.of(locale, sentence.key(), figures(values.get())));
            }
        }
        return Optional.empty();
    }

    private static Object[] figures(Object[] values) {
        Object[] said = values.clone();
        for (int at = 0; at < said.length; at++) {
            String value = String.valueOf(said[at]);
            said[at] = FIGURE.matcher(value).matches() ? DecimalComma.exchanged(value) : value;
        }
        return said;
    }
}
