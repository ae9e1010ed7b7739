package energy.registry.ops.system;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What axe-core, run in the page, finds against WCAG 2.2 level AA. */
final class Accessibility {
    private static final String SERIOUS =
            """
            async () => {
              const result = await axe.run(document, {
                runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
              });
              return result.violations
                .filter((found) => found.impact === "serious" || found.impact === "critical")
                .map((found) => `${found.id}: ${found.help}: ${found.nodes.slice(0, 3).map((node) => node.html).join(" ; ")}`);
            }""";

    private final String script;

    Accessibility() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/axe.min.js")) {
            script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Serious and critical findings, each as its rule, its help and the first elements; none in an accessible page. */
    List<String> seriousFindings(Page page) {
        page.evaluate(script); // by the debugger's door: the page's own policy lets no foreign script in
        return ((List<?>) page.evaluate(SERIOUS)).stream().map(String::valueOf).toList();
    }
}
