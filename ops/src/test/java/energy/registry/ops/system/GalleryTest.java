package energy.registry.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every public and buyer's page at a desk and on a phone: kept as a picture, accessible, and never wider than the screen. */
@Tag("system")
@ExtendWith(RunningSystem.class)
final class GalleryTest {
    private static final List<Integer> WIDTHS = List.of(1_280, 390);
    /** Cumulative layout shift: 0.1 is called good; ours are made so that nothing moves at all. */
    private static final double SHIFT_MAX = 0.01;

    private static final Map<String, List<String>> PAGES = Map.of(
            "anyone", List.of("/", "/verify", "/verify/RS-0000-0000-0000-0000", "/devices", "/audit", "/docs"),
            "bruno",
                    List.of(
                            "/app",
                            "/app/market",
                            "/app/basket",
                            "/app/order?quantity=1&unit=MWh",
                            "/app/holdings",
                            "/app/holdings?group=MONTH",
                            "/app/holdings?group=DEVICE",
                            "/app/holdings?group=HOUR",
                            "/app/bulk",
                            "/app/transfers",
                            "/app/beneficiaries",
                            "/app/statements",
                            "/app/statements/report",
                            "/app/approvals",
                            "/app/balance"));

    private final RunningSystem.Handle system;

    GalleryTest(RunningSystem.Handle system) {
        this.system = system;
    }

    @Test
    void everyPageIsAccessibleAndFitsItsScreen() throws Exception {
        Accessibility axe = new Accessibility();
        List<String> wrong = new ArrayList<>();
        try (Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.open(playwright)) {
            for (Map.Entry<String, List<String>> who : PAGES.entrySet()) {
                for (int width : WIDTHS) {
                    wrong.addAll(walk(browser, who.getKey(), width, who.getValue(), axe));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private List<String> walk(Browser browser, String who, int width, List<String> pages, Accessibility axe)
            throws IOException {
        List<String> wrong = new ArrayList<>();
        Path folder = Files.createDirectories(
                system.folder().resolve("pictures").resolve("gallery").resolve(String.valueOf(width)));
        try (Visitor visitor = new Visitor(browser, folder, who, width)) {
            if (!who.equals("anyone")) {
                visitor.signIn(system.web("/"), system.password(who));
            }
            for (String path : pages) {
                visitor.open(system.web(path));
                if (visitor.find("error-page").count() > 0) {
                    wrong.add(path + ": an error page");
                }
                if (visitor.overflows()) {
                    wrong.add(path + " at " + width + ": wider than the screen");
                }
                double moved = visitor.moved();
                if (moved > SHIFT_MAX) {
                    wrong.add(path + " at " + width + ": moves while it is shown, by " + moved);
                }
                axe.seriousFindings(visitor.page()).forEach(found -> wrong.add(path + " at " + width + ": " + found));
            }
        }
        return wrong;
    }
}
