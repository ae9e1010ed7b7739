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
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every page of every role at a desk and on a phone, by day and by night: kept as a picture, accessible, still, and never
 * wider than the screen. A page is asked for once and looked at four times.
 */
@Tag("system")
@ExtendWith(RunningSystem.class)
final class GalleryTest {
    private static final int DESK = 1_280;
    private static final int PHONE = 390;
    /** Cumulative layout shift: 0.1 is called good; ours are made so that nothing moves at all. */
    private static final double SHIFT_MAX = 0.01;
    /** Between an address and what is clicked on the page there. */
    private static final String THEN = " > ";

    private static final Map<String, List<String>> PAGES = Map.of(
            "anyone",
                    List.of(
                            "/",
                            "/verify",
                            "/verify/RS-0000-0000-0000-0000",
                            "/devices",
                            "/devices/WTG-0001",
                            "/audit",
                            "/docs",
                            "/join"),
            "greta",
                    List.of(
                            "/app",
                            "/app/my/devices",
                            "/app/my/devices/WTG-0001",
                            "/app/my/devices/WTG-0001 > [data-testid='interval-row'] a",
                            "/app/my/devices/WTG-0001/cameras/CAM-0001",
                            "/app/acts/meter-exchange?subject=WTG-0001",
                            "/app/acts/amend?subject=WTG-0001",
                            "/app/my/readings",
                            "/app/my/certificates",
                            "/app/my/certificates > [data-testid='certificate-row'] th a",
                            "/app/my/certificates?status=ACTIVE > [data-testid='offer-open']",
                            "/app/my/certificates?status=ACTIVE > [data-testid='transfer-open']",
                            "/app/my/production",
                            "/app/my/registrations",
                            "/app/my/uploads",
                            "/app/transfers",
                            "/app/balance",
                            "/app/news",
                            "/app/activity",
                            "/app/organisation",
                            "/app/organisation/webhooks",
                            "/app/office/proposals",
                            "/app/office/attestations",
                            "/app/settings",
                            "/app/rules"),
            "bruno",
                    List.of(
                            "/app",
                            "/app/market",
                            "/app/market > [data-testid='offer-buy']",
                            "/app/basket",
                            "/app/order?quantity=1&unit=MWh",
                            "/app/holdings",
                            "/app/holdings > [data-testid='holding-retire']",
                            "/app/holdings?group=MONTH",
                            "/app/holdings?group=DEVICE",
                            "/app/holdings?group=HOUR",
                            "/app/bulk",
                            "/app/transfers",
                            "/app/beneficiaries",
                            "/app/statements",
                            "/app/statements > [data-testid='statement-row'] a",
                            "/app/statements/report",
                            "/app/approvals",
                            "/app/balance"),
            "ida",
                    List.of(
                            "/app",
                            "/app/desk",
                            "/app/desk > [data-testid='held-row'] a",
                            "/app/office/devices",
                            "/app/office/devices?all=yes",
                            "/app/office/organisations",
                            "/app/office/accounts/acme",
                            "/app/acts/deposit?subject=acme",
                            "/app/office/attestations",
                            "/app/office/findings",
                            "/app/fees",
                            "/app/office/keys",
                            "/app/office/quarantine",
                            "/app/office/proposals?all=yes",
                            "/app/office/proposals?all=yes > [data-testid='proposal-open']"),
            "rita",
                    List.of(
                            "/app",
                            "/app/search?q=WTG-0001",
                            "/app/registry/certificates",
                            "/app/registry/certificates > [data-testid='certificate-row'] th a",
                            "/app/registry/devices",
                            "/app/registry/accounts",
                            "/app/registry/retirements",
                            "/app/office/findings",
                            "/app/office/findings > [data-testid='finding-evidence']",
                            "/app/office/freezes",
                            "/app/acts/freeze-device?subject=WTG-0001"));

    private final RunningSystem.Handle system;

    GalleryTest(RunningSystem.Handle system) {
        this.system = system;
    }

    @ParameterizedTest
    @ValueSource(strings = {"anyone", "greta", "bruno", "ida", "rita"})
    void everyPageIsAccessibleStillAndFitsItsScreen(String who) throws Exception {
        Accessibility axe = new Accessibility();
        List<String> wrong = new ArrayList<>();
        Path folder = Files.createDirectories(
                system.folder().resolve("pictures").resolve("gallery").resolve(who));
        try (Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.open(playwright);
                Visitor visitor = new Visitor(browser, folder, who, DESK)) {
            if (!who.equals("anyone")) {
                visitor.signIn(system.web("/"), system.password(who));
            }
            for (String page : PAGES.get(who)) {
                wrong.addAll(look(visitor, page, axe));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private List<String> look(Visitor visitor, String page, Accessibility axe) throws IOException {
        List<String> wrong = new ArrayList<>();
        if (!arrive(visitor, page)) {
            return wrong; // nothing to click on in this system at this moment
        }
        if (visitor.find("error-page").count() > 0) {
            wrong.add(page + ": an error page");
        }
        double moved = visitor.moved();
        if (moved > SHIFT_MAX) {
            wrong.add(page + ": moves while it is shown, by " + moved);
        }
        for (int width : List.of(DESK, PHONE)) {
            visitor.resize(width);
            if (visitor.overflows()) {
                wrong.add(page + " at " + width + ": wider than the screen");
            }
            for (boolean dark : new boolean[] {false, true}) {
                visitor.night(dark);
                visitor.picture(page.replaceAll("[^A-Za-z0-9]+", "-") + "-" + width + (dark ? "-dark" : ""));
                if (width == DESK || !dark) { // the night's colours are the same on both
                    axe.seriousFindings(visitor.page())
                            .forEach(found ->
                                    wrong.add(page + " at " + width + (dark ? " by night" : "") + ": " + found));
                }
            }
        }
        visitor.night(false);
        visitor.resize(DESK);
        return wrong;
    }

    private boolean arrive(Visitor visitor, String page) {
        String[] parts = page.split(THEN, 2);
        visitor.page().navigate(system.web(parts[0]).toString());
        if (parts.length == 1) {
            return true;
        }
        var target = visitor.page().locator(parts[1]);
        if (target.count() == 0) {
            return false;
        }
        target.first().click();
        visitor.page().waitForLoadState();
        return true;
    }
}
