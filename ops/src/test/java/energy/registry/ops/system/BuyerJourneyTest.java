package energy.registry.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Buyers at work: with a mouse, with a keyboard, on a phone, and when the line breaks. */
@Tag("system")
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BuyerJourneyTest {
    /** The twin's first certificates take this long at most. */
    private static final Duration CERTIFICATE_MAX = Duration.ofMinutes(4);

    /** From the ledger by the feed to the page. */
    private static final Duration PAGE_MAX = Duration.ofSeconds(60);

    /** What a journey from buying to a verified statement may take, and in how many screens. */
    private static final Duration JOURNEY_MAX = Duration.ofMinutes(2);

    private static final int SCREENS_MAX = 4;
    private static final int OFFERS = 4;
    private static final int PHONE_WIDTH = 390;

    private final RunningSystem.Handle system;
    private Playwright playwright;
    private Browser browser;
    private Path pictures;

    BuyerJourneyTest(RunningSystem.Handle system) {
        this.system = system;
    }

    @BeforeAll
    void openTheBrowserAndFillTheMarket() throws Exception {
        pictures = Files.createDirectories(system.folder().resolve("pictures").resolve("buyers"));
        playwright = Chromium.playwright();
        browser = Chromium.open(playwright);
        ApiCaller greta = new ApiCaller(system, "greta");
        List<JsonNode> free =
                RunningSystem.eventually(CERTIFICATE_MAX, () -> active(greta), found -> found.size() >= OFFERS);
        assertThat(free).as("certificates to sell").hasSizeGreaterThanOrEqualTo(OFFERS);
        String until = Instant.now()
                .plus(7, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        for (JsonNode certificate : free.subList(0, OFFERS)) {
            String id = certificate.path("certificateId").asText();
            Map<String, Object> offer = Map.of(
                    "certificateId",
                    id,
                    "quantityWh",
                    0,
                    "priceMinorPerMwh",
                    6_400,
                    "currency",
                    "EUR",
                    "minLotWh",
                    1_000,
                    "validUntil",
                    until);
            greta.post("/api/v1/offers", offer, "journey-" + Integer.toHexString(id.hashCode()));
        }
    }

    @AfterAll
    void closeTheBrowser() {
        if (browser != null) {
            browser.close();
            playwright.close();
        }
    }

    private static List<JsonNode> active(ApiCaller greta) {
        try {
            List<JsonNode> large = new ArrayList<>();
            for (JsonNode row :
                    greta.get("/api/v1/certificates?status=ACTIVE&limit=50").path("items")) {
                if (row.path("serialTo").asLong() - row.path("serialFrom").asLong() > 10_000) {
                    large.add(row);
                }
            }
            return large;
        } catch (IOException unreachable) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    @Test
    void buysRetiresAndHasTheStatementVerifiedInFourScreens() throws Exception {
        String statement;
        long start;
        try (Visitor bruno = new Visitor(browser, pictures, "bruno")) {
            bruno.signIn(system.web("/"), system.password("bruno"));
            bruno.open(system.web("/app/market"));
            start = System.nanoTime();
            bruno.click("offer-buy");
            bruno.fill("buy-quantity", "5");
            assertThat(bruno.find("buy-total").innerText()).startsWith("€");
            bruno.click("buy-confirm");
            claim(bruno, "Acme Works GmbH");
            statement = bruno.find("statement-no").first().innerText().strip();
            assertThat(bruno.screensSince("/app/market"))
                    .as("buy, retire, statement")
                    .isLessThan(SCREENS_MAX);
            StatementPdf pdf = StatementPdf.read(bruno.download("statement-pdf"));
            assertThat(pdf.code()).isEqualTo(system.web("/verify/" + statement).toString());
            assertThat(pdf.words())
                    .contains(
                            statement, "Acme Works GmbH", "Issuing body", "Notary", "Leaf", "Scope 2 quality criteria");
            assertThat(bruno.foreignRequests()).isEmpty();
        }
        try (Visitor auditor = new Visitor(browser, pictures, "auditor")) {
            auditor.open(system.web("/verify/" + statement));
            assertThat(auditor.verdict()).as(auditor.text()).isEqualTo("valid");
            Path bundle = auditor.download("statement-provenance");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(JOURNEY_MAX);
            auditor.open(system.web("/verify"));
            auditor.find("verify-file").setInputFiles(bundle);
            Locator outcome = auditor.find("file-outcome").and(auditor.page().locator("[data-outcome=valid]"));
            outcome.waitFor();
            Path forged = Files.writeString(pictures.resolve("forged.json"), oneByteChanged(Files.readString(bundle)));
            auditor.find("verify-file").setInputFiles(forged);
            auditor.find("file-outcome")
                    .and(auditor.page().locator("[data-outcome=broken]"))
                    .waitFor();
        }
    }

    /** Another character in the middle of the retirement's bytes. */
    private static String oneByteChanged(String bundle) {
        int at = bundle.indexOf("\"retirement\":\"") + 200;
        char other = bundle.charAt(at) == 'A' ? 'B' : 'A';
        return bundle.substring(0, at) + other + bundle.substring(at + 1);
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(pictures.resolve(name));
    }

    /** What a person does on a busy machine, where the certificates reach the pages after the answer does. */
    private static void untilShown(Page page) {
        Locator form = page.getByTestId("retire-submit").first();
        Locator again = page.getByTestId("bought-again").first();
        for (long end = System.nanoTime() + PAGE_MAX.toNanos(); System.nanoTime() < end; ) {
            form.or(again).first().waitFor();
            if (form.isVisible()) {
                return;
            }
            again.click();
        }
        form.waitFor();
    }

    private void claim(Visitor buyer, String beneficiary) {
        untilShown(buyer.page());
        buyer.fill("retire-beneficiary", beneficiary);
        buyer.fill("retire-beneficiary-country", "DE");
        buyer.fill("retire-purpose", "Scope 2 electricity, headquarters");
        buyer.click("retire-submit");
        buyer.find("statement-no").first().waitFor();
    }

    @Test
    void buysOnceWhenTheConnectionIsLostInTheMiddle() throws Exception {
        ApiCaller bea = new ApiCaller(system, "bea");
        try (Visitor visitor = new Visitor(browser, pictures, "bea")) {
            visitor.signIn(system.web("/"), system.password("bea"));
            visitor.open(system.web("/app/market"));
            visitor.click("offer-buy");
            visitor.fill("buy-quantity", "2");
            String buying = visitor.address();
            Page again = visitor.page().context().newPage(); // the form in a second tab, opened while there was a line
            again.navigate(buying);
            again.getByTestId("buy-quantity").first().fill("2");
            long before = balance(bea);
            int[] broken = new int[1];
            visitor.page().route("**/buy", route -> {
                if (broken[0]++ == 0) {
                    route.fetch(new com.microsoft.playwright.Route.FetchOptions().setMaxRedirects(0)); // it arrives
                    route.abort(); // and the answer is lost
                } else {
                    route.resume();
                }
            });
            try {
                visitor.find("buy-confirm").click();
                visitor.page().waitForLoadState();
            } catch (PlaywrightException lost) {
                assertThat(lost).hasMessageContaining("ERR");
            }
            long after = RunningSystem.eventually(PAGE_MAX, () -> balance(bea), amount -> amount < before);
            assertThat(after).isLessThan(before);
            again.getByTestId("buy-confirm").first().click(); // the same request, for it stands in the address
            untilShown(again);
            assertThat(again.locator("main").innerText()).contains("Bought");
            assertThat(balance(bea)).as("paid once").isEqualTo(after);
            visitor.page().unroute("**/buy");
            visitor.open(java.net.URI.create(buying));
            assertThat(visitor.find("offer-bought").innerText()).contains("Your purchase went through");
            visitor.click("bought-retire");
            assertThat(visitor.find("retire-submit").count()).isEqualTo(1);
        }
    }

    @Test
    void whatIsLargeWaitsForASecondPerson() throws Exception {
        ApiCaller api = new ApiCaller(system, "bea");
        try (Visitor bea = new Visitor(browser, folder("four-eyes"), "bea");
                Visitor boris = new Visitor(browser, folder("four-eyes"), "boris")) {
            bea.signIn(system.web("/"), system.password("bea"));
            boris.signIn(system.web("/"), system.password("boris"));
            limit(bea, "0.01", "No one of us buys alone this month.");
            assertThat(bea.find("limit-purchase").innerText()).contains("0.01");
            long before = balance(api);
            bea.open(system.web("/app/market"));
            bea.click("offer-buy");
            bea.fill("buy-quantity", "1");
            bea.click("buy-confirm");
            assertThat(bea.text()).contains("It waits for a second person").contains("you cannot agree to your own");
            assertThat(balance(api)).as("nothing is paid yet").isEqualTo(before);
            agree(boris);
            assertThat(RunningSystem.eventually(PAGE_MAX, () -> balance(api), amount -> amount < before))
                    .isLessThan(before);
            limit(bea, "", "The month is over, and so is the rule.");
            agree(boris);
            assertThat(boris.find("limit-purchase").innerText()).contains("no limit");
        }
    }

    private void limit(Visitor bea, String euros, String why) {
        bea.open(system.web("/app/approvals"));
        bea.fill("limits-purchase", euros);
        bea.fill("limits-reason", why);
        bea.click("limits-change");
    }

    private void agree(Visitor boris) {
        boris.open(system.web("/app/approvals"));
        boris.fill("approval-reason", "Checked against the order.");
        boris.click("approval-agree");
        assertThat(boris.text()).contains("Your colleague sees what came of it");
    }

    private static long balance(ApiCaller caller) {
        try {
            return caller.get("/api/v1/accounts/globex/balances")
                    .path(0)
                    .path("amountMinor")
                    .asLong();
        } catch (IOException unreachable) {
            throw new IllegalStateException(unreachable);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void ordersFromTheKeyboardAlone() throws Exception {
        try (Visitor bruno = new Visitor(browser, folder("keys"), "bruno")) {
            bruno.signIn(system.web("/"), system.password("bruno"));
            bruno.open(system.web("/app/market"));
            var keys = bruno.page().keyboard();
            keys.press("Tab");
            assertThat(bruno.focused()).contains("Skip to the content");
            keys.press("Enter");
            bruno.tabTo("order-quantity");
            keys.type("0.003");
            bruno.tabTo("order-plan");
            keys.press("Enter");
            bruno.find("order-line").first().waitFor();
            bruno.tabTo("buy-confirm");
            bruno.look();
            keys.press("Enter");
            untilShown(bruno.page());
            assertThat(bruno.text()).contains("Bought");
        }
    }

    @Test
    void buysFromABasketOnAPhone() throws Exception {
        try (Visitor bruno = new Visitor(browser, folder("phone"), "bruno", PHONE_WIDTH)) {
            bruno.signIn(system.web("/"), system.password("bruno"));
            bruno.open(system.web("/app/market"));
            bruno.find("offer-add").nth(0).click();
            bruno.find("offer-add").nth(1).click();
            bruno.click("basket-open");
            bruno.find("basket-quantity").first().fill("1.5");
            bruno.page().getByText("Change").first().click();
            assertThat(bruno.find("basket-line").count()).isGreaterThanOrEqualTo(2);
            while (bruno.find("basket-line").count() > 1) {
                bruno.find("basket-remove").last().click();
            }
            assertThat(bruno.overflows()).isFalse();
            bruno.click("buy-confirm");
            untilShown(bruno.page());
            assertThat(bruno.overflows()).isFalse();
            bruno.open(system.web("/app/holdings"));
            assertThat(bruno.find("holding-row").count()).isPositive();
            assertThat(bruno.overflows()).isFalse();
        }
    }
}
