package energy.registry.web.adapter.page;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.web.adapter.page.display.Display;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must hold on every page whose content is in German too, for a reader of German. The rendered pages stay in
 * target/pages-german.
 */
class GermanPagesTest {
    private static final PageRendering RENDERING = new PageRendering();
    private static final Path OUTPUT = Path.of("target/pages-german");

    /** An element whose content is said to be English, as far as the first end of an element of its name. */
    private static final Pattern ENGLISH =
            Pattern.compile("<(?!html)(\\w+)\\b[^>]*\\slang=\"en\"[^>]*>.*?</\\1>", Pattern.DOTALL);

    /** What people read or hear: text between tags, and the attributes that stand for text. */
    private static final Pattern SAID =
            Pattern.compile(">([^<>]+)<|\\s(?:aria-label|data-label|data-busy|title|alt|placeholder)=\"([^\"]*)\"");

    /** Words that English cannot do without and German does not have. */
    private static final Pattern ENGLISH_WORD = Pattern.compile(
            "\\b(the|of|for|to|from|and|with|your|you|is|are|it|by|at|has|no|not|this|that|until|all|what|when)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> WRITTEN_BY_PEOPLE = Set.of(
            SampleRows.retirement().purpose(),
            SampleRows.retirement().note(),
            "Not ours",
            "Papers and answers agree.",
            "Answers and papers agree; the diagram shows one meter.",
            "The old meter failed.",
            "Inquiry into the meter.");

    static List<SamplePages.Sample> translated() {
        return SamplePages.all().stream()
                .filter(sample -> PageSurroundings.TRANSLATED.contains(sample.template()))
                .toList();
    }

    private static String german(SamplePages.Sample sample) {
        return RENDERING.render(sample.with("lang", "de")
                .with("translated", true)
                .with("fmt", Display.in("Europe/Berlin", Locale.GERMAN)));
    }

    private static Set<String> said(String html) {
        Matcher found = SAID.matcher(ENGLISH.matcher(html).replaceAll("<b></b>"));
        return found.results()
                .map(hit -> hit.group(1) == null ? hit.group(2) : hit.group(1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyTranslatedPageHasASample() {
        assertThat(translated().stream().map(SamplePages.Sample::template)).containsAll(PageSurroundings.TRANSLATED);
    }

    @ParameterizedTest
    @MethodSource("translated")
    void lacksNoWord(SamplePages.Sample sample) throws IOException {
        String html = german(sample);
        Files.createDirectories(OUTPUT);
        Files.writeString(OUTPUT.resolve(sample.name() + ".html"), html);
        assertThat(html).contains("<html lang=\"de\"").doesNotContain("??");
        assertThat(html).doesNotContainPattern("<main [^>]*lang=");
    }

    /** What reads alike in both languages is a name, a number or one word; anything else was forgotten. */
    @ParameterizedTest
    @MethodSource("translated")
    void saysNothingInEnglishThatIsNotMarkedSo(SamplePages.Sample sample) {
        Set<String> words = said(RENDERING.render(
                sample.with("lang", "en").with("translated", true).with("fmt", new Display())));
        words.retainAll(said(german(sample)));
        words.removeAll(WRITTEN_BY_PEOPLE);
        assertThat(words).noneMatch(text -> ENGLISH_WORD.matcher(text).find());
        assertThat(words).doesNotContainAnyElementsOf(WordsOfBothLanguages.differing());
    }
}
