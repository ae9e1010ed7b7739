package energy.registry.web.adapter.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must hold on every page, whoever looks and whether there is anything to show. The rendered pages stay in
 * target/pages.
 */
class EveryPageTest {
    private static final PageRendering RENDERING = new PageRendering();
    private static final Path OUTPUT = Path.of("target/pages");
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");
    private static final Pattern CONTROL = Pattern.compile("<(input|select|textarea)\\b[^>]*>");
    private static final Pattern FORM = Pattern.compile("<form\\b[^>]*method=\"post\".*?</form>", Pattern.DOTALL);

    static List<SamplePages.Sample> samples() {
        return SamplePages.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void rendersWithoutAnUnresolvedExpression(SamplePages.Sample sample) throws IOException {
        String html = RENDERING.render(sample);
        Files.createDirectories(OUTPUT);
        Files.writeString(OUTPUT.resolve(sample.name() + ".html"), html);
        assertThat(html).doesNotContain("${", "th:", "data-th-", "??", "[[");
        assertThat(html).doesNotContain(">null<", ">null ", " null<");
        assertThat(html).doesNotContain("record[", "Optional[", "[]");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void needsNoInlineStyleOrScript(SamplePages.Sample sample) {
        String html = RENDERING.render(sample);
        assertThat(html)
                .doesNotContainPattern("\\sstyle=")
                .doesNotContain("<style")
                .doesNotContainPattern("\\son[a-z]+=");
        assertThat(html).doesNotContainPattern("<script(?![^>]*\\bsrc=\"/static/)");
        assertThat(html).doesNotContainPattern("(src|href)=\"(https?:)?//(?!registry\\.example)");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void hasLandmarksOneHeadingAndUniqueIds(SamplePages.Sample sample) {
        String html = RENDERING.render(sample);
        assertThat(html)
                .containsPattern("<html lang=\"(en|de)\"")
                .contains("<main id=\"main\"", "<nav", "class=\"skip\"", "<title>");
        assertThat(html.split("<h1", -1)).as("headings of the first level").hasSize(2);
        List<String> ids = ID.matcher(html).results().map(hit -> hit.group(1)).toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void namesEveryControlPictureAndTable(SamplePages.Sample sample) {
        String html = RENDERING.render(sample);
        Matcher controls = CONTROL.matcher(html);
        while (controls.find()) {
            assertThat(named(controls.group(), html)).as(controls.group()).isTrue();
        }
        assertThat(html).doesNotContainPattern("<img(?![^>]*\\salt=)");
        assertThat(html.split("<table", -1)).hasSameSizeAs(html.split("<caption", -1));
    }

    private static boolean named(String control, String html) {
        Matcher id = ID.matcher(control);
        return control.contains("type=\"hidden\"")
                || control.contains("type=\"radio\"")
                || control.contains("aria-label=")
                || (id.find() && html.contains("for=\"" + id.group(1) + "\""));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sendsTheTokenWithEveryChangingForm(SamplePages.Sample sample) {
        Matcher forms = FORM.matcher(RENDERING.render(sample));
        while (forms.find()) {
            assertThat(forms.group()).contains("name=\"_csrf\" value=\"token\"");
            assertThat(forms.group()).containsPattern("name=\"requestId\" value=\"r\\d\"|action=\"/logout\"");
        }
    }

    @Test
    void everyTemplateOfAPageHasASample() throws IOException {
        Set<String> sampled =
                samples().stream().map(SamplePages.Sample::template).collect(Collectors.toSet());
        Set<String> pages = new TreeSet<>();
        try (Stream<Path> files = Files.walk(PageRendering.TEMPLATES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file).contains("layout :: page")) {
                    String name = PageRendering.TEMPLATES.relativize(file).toString();
                    pages.add(name.replace(".html", ""));
                }
            }
        }
        assertThat(sampled).containsExactlyInAnyOrderElementsOf(pages);
    }

    @Test
    void theHooksOfTheBrowserJourneyAreThere() {
        Set<String> hooks = new HashSet<>();
        for (SamplePages.Sample sample : samples()) {
            Matcher found = Pattern.compile("data-testid=\"([^\"]*)\"").matcher(RENDERING.render(sample));
            found.results().forEach(hit -> hooks.add(hit.group(1)));
        }
        assertThat(hooks)
                .contains(
                        "sign-in", "device-row", "certificate-row", "offer-price", "offer-min-lot", "offer-valid-until")
                .contains("offer-submit", "offer-row", "offer-buy", "buy-quantity", "buy-confirm", "order-plan")
                .contains("holding-row", "holding-retire", "retire-quantity", "retire-beneficiary", "retire-purpose")
                .contains("retire-beneficiary-country", "retire-period-start", "retire-period-end", "retire-submit")
                .contains("statement-no", "statement-pdf", "statement-verify-link", "statement-provenance")
                .contains("verify-outcome", "held-row", "history-timeline");
    }
}
