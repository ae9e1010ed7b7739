package energy.registry.web.adapter.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** The two files of words, beside each other. */
final class WordsOfBothLanguages {
    private WordsOfBothLanguages() {}

    static Properties english() {
        return read("/messages/words.properties");
    }

    static Properties german() {
        return read("/messages/words_de.properties");
    }

    private static Properties read(String path) {
        Properties words = new Properties();
        try (InputStream file = WordsOfBothLanguages.class.getResourceAsStream(path)) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }

    /** What English says otherwise than German wherever it says it. */
    static Set<String> differing() {
        Properties german = german();
        Set<String> same = english().entrySet().stream()
                .filter(entry -> entry.getValue().equals(german.get(entry.getKey())))
                .map(entry -> entry.getValue().toString())
                .collect(Collectors.toSet());
        Set<String> differing =
                english().values().stream().map(Object::toString).collect(Collectors.toSet());
        differing.removeAll(same);
        return differing;
    }
}
