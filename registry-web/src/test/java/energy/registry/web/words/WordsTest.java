package energy.registry.web.words;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.vision.guard.IntegrityFlag;
import energy.registry.vision.physics.JudgementReason;
import energy.registry.vision.rotor.RotorReason;
import energy.registry.vision.solar.SolarReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Path FILES = Path.of("src/main/resources/messages");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(?:,number,#)?[,}]");

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(FILES.resolve(file));
    }

    private static Map<String, String> words(String file) throws IOException {
        return lines(file).stream()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(word -> word[0], word -> word[1], (one, other) -> one, TreeMap::new));
    }

    private static Set<String> places(String words) {
        return PLACE.matcher(words).results().map(hit -> hit.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void bothLanguagesHaveTheSameKeysInOrderAndEachOnce() throws IOException {
        for (String file : List.of("words.properties", "words_de.properties")) {
            assertThat(lines(file)).as(file).isSorted().doesNotHaveDuplicates();
            assertThat(words(file)).as(file).hasSameSizeAs(lines(file));
        }
        assertThat(words("words_de.properties").keySet())
                .isEqualTo(words("words.properties").keySet());
    }

    @Test
    void bothLanguagesPutTheSameValuesIntoTheirWords() throws IOException {
        Map<String, String> german = words("words_de.properties");
        words("words.properties")
                .forEach((key, english) ->
                        assertThat(places(german.get(key))).as(key).isEqualTo(places(english)));
    }

    @Test
    void everyCodeOfTheCameraServiceHasWords() throws IOException {
        Set<String> known = words("words.properties").keySet();
        Stream<Enum<?>> codes = Stream.of(
                        RotorReason.values(), SolarReason.values(), IntegrityFlag.values(), JudgementReason.values())
                .flatMap(Stream::of);
        assertThat(codes.map(code -> "code." + code.name())).isSubsetOf(known);
    }

    /** A single apostrophe would swallow the places behind it. */
    @Test
    void anApostropheBesideAPlaceIsWrittenTwice() throws IOException {
        for (String file : List.of("words.properties", "words_de.properties")) {
            words(file).values().stream()
                    .filter(words -> !places(words).isEmpty())
                    .forEach(words -> assertThat(words.replace("''", "")).doesNotContain("'"));
        }
    }

    /** Otherwise the sentence would stay English on German pages, and nobody would notice. */
    @Test
    void whatIsSaidOfTheApplicationsSentencesIsStillWhatItAnswers() throws IOException {
        String sources = sources().replaceAll("\"\\s*\\+\\s*\"", "");
        for (Map.Entry<String, String> word : words("words.properties").entrySet()) {
            if (word.getKey().startsWith("sentence.")) {
                String english = word.getValue().replace("''", "'");
                assertThat(PLACE.split(english)).as(word.getKey()).allMatch(sources::contains);
            }
        }
    }

    private static String sources() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    @Test
    void aWordIsFoundInItsLanguageAndOtherwiseInEnglish() {
        assertThat(Words.of(Locale.GERMANY, "nav.market")).isEqualTo("Markt");
        assertThat(Words.of(Locale.FRANCE, "nav.market")).isEqualTo("Market");
        assertThat(Words.of(Locale.UK, "never.heard-of")).isEqualTo("??never.heard-of??");
        assertThat(Words.find(Locale.UK, "never.heard-of")).isEmpty();
    }
}
