package energy.registry.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Acts of oversight and their effect on those whom they concern: a freeze, a reversal, an attestation, fees. */
@Tag("system")
@ExtendWith(RunningSystem.class)
final class OversightJourneyTest {
    /** The twin's first certificates take this long at most. */
    private static final Duration CERTIFICATE_MAX = Duration.ofMinutes(4);

    /** From the ledger by the feed to the page. */
    private static final Duration PAGE_MAX = Duration.ofSeconds(60);

    private static final int WH_MIN = 10_000;

    private final RunningSystem.Handle system;
    private Playwright playwright;
    private Browser browser;
    private Path pictures;

    OversightJourneyTest(RunningSystem.Handle system) {
        this.system = system;
    }

    @BeforeEach
    void openTheBrowser() throws Exception {
        pictures = Files.createDirectories(system.folder().resolve("pictures").resolve("oversight"));
        playwright = Chromium.playwright();
        browser = Chromium.open(playwright);
    }

    @AfterEach
    void closeTheBrowser() {
        browser.close();
        playwright.close();
    }

    @Test
    void aFrozenAccountBuysNothingUntilTheRegulatorLiftsTheFreeze() throws Exception {
        String number = OperatorJourneyTest.number();
        ApiCaller greta = new ApiCaller(system, "greta");
        String offered = offer(greta, certificate(greta), number);
        try (Visitor rita = new Visitor(browser, pictures, "rita");
                Visitor bea = new Visitor(browser, pictures, "bea")) {
            rita.signIn(system.web("/"), system.password("rita"));
            bea.signIn(system.web("/"), system.password("bea"));
            rita.open(system.web("/app/office/freezes"));
            rita.page().locator("#kind").selectOption("freeze-account");
            rita.page().locator("#subject").fill("globex");
            rita.page().locator("main form button[type=submit]").click();
            UsualMistakesTest.act(
                    rita,
                    Map.of(
                            "caseNo",
                            "C-" + number,
                            "reason",
                            "Two invoices name the same delivery; being looked into."));
            rita.open(system.web("/app/office/freezes"));
            Locator frozen = rita.find("freeze-row").filter(new Locator.FilterOptions().setHasText("C-" + number));
            assertThat(frozen.count()).as(rita.text()).isEqualTo(1);
            assertThat(frozen.innerText()).contains("globex", "Two invoices name the same delivery");

            buy(bea, offered);
            assertThat(bea.text())
                    .contains("Account globex is frozen (FR-", "Ask the issuing body")
                    .doesNotContain("Bought");

            frozen.locator("a.button").click();
            UsualMistakesTest.act(rita, Map.of("reason", "Both deliveries were found in the meter's readings."));
            rita.open(system.web("/app/office/freezes"));
            assertThat(frozen.count()).as(rita.text()).isZero();
            buy(bea, offered);
            assertThat(bea.text()).contains("Bought");
        }
    }

    @Test
    void aRetirementByMistakeIsTakenBackWithASecondPersonAndItsStatementSaysSo() throws Exception {
        String number = OperatorJourneyTest.number();
        ApiCaller api = new ApiCaller(system, "greta");
        String statement = retire(api, certificate(api), number);
        try (Visitor greta = new Visitor(browser, pictures, "greta");
                Visitor rita = new Visitor(browser, pictures, "rita")) {
            greta.signIn(system.web("/"), system.password("greta"));
            assertThat(greta.sees(
                            system.web("/app/statements/" + statement), greta.find("act-reverse-retirement"), PAGE_MAX))
                    .as(greta.text())
                    .isTrue();
            greta.click("act-reverse-retirement");
            UsualMistakesTest.act(
                    greta, Map.of("ticket", "T-" + number, "reason", "Retired for the wrong works, noticed at once."));
            rita.signIn(system.web("/"), system.password("rita"));
            rita.open(system.web("/app/office/proposals"));
            rita.find("proposal-row")
                    .filter(new Locator.FilterOptions().setHasText(statement))
                    .getByTestId("proposal-open")
                    .click();
            rita.fill("ruling-reason", "Nobody has relied on the statement yet.");
            rita.click("proposal-agree");
            assertThat(rita.text()).contains("The one who proposed it has been told");
        }
        try (Visitor anyone = new Visitor(browser, pictures, "anyone")) {
            Locator reversed = anyone.page().locator("[data-reversed='yes']");
            assertThat(anyone.sees(system.web("/verify/" + statement), reversed, PAGE_MAX))
                    .as(anyone.text())
                    .isTrue();
            anyone.look();
            assertThat(anyone.text())
                    .contains("This retirement was taken back", "Retired for the wrong works")
                    .doesNotContain("out of circulation", "Nobody else can claim");
        }
    }

    @Test
    void anOwnerAttestsADeviceFromTheCalendar() throws Exception {
        try (Visitor greta = new Visitor(browser, pictures, "greta")) {
            greta.signIn(system.web("/"), system.password("greta"));
            Locator row = greta.page().locator("[data-testid='attestation-row'][data-device='WTG-0001']");
            assertThat(greta.sees(system.web("/app/office/attestations"), row, CERTIFICATE_MAX))
                    .as(greta.text())
                    .isTrue();
            row.getByTestId("attestation-act").click();
            greta.click("act-review");
            assertThat(greta.find("act-effect").count())
                    .as("not without the tick")
                    .isZero();
            UsualMistakesTest.act(
                    greta, Map.of("true", "yes", "reason", "Looked at the nameplate, the meter and the cameras."));
            greta.open(system.web("/app/activity"));
            assertThat(greta.text()).contains("WTG-0001", "Looked at the nameplate");
        }
    }

    @Test
    void theIssuingBodysFeesAreSeenByThoseWhoPayThem() throws Exception {
        try (Visitor ida = new Visitor(browser, pictures, "ida");
                Visitor greta = new Visitor(browser, pictures, "greta")) {
            ida.signIn(system.web("/"), system.password("ida"));
            ida.open(system.web("/app/fees"));
            rates(ida, "two cents", "0.03", "12", "The tariff of next year, as published.");
            assertThat(ida.find("field-issued").inputValue()).isEqualTo("two cents");
            assertThat(ida.page().locator("[aria-invalid='true']").count())
                    .as(ida.text())
                    .isPositive();
            rates(ida, "0.02", "0.03", "12", "The tariff of next year, as published.");
            assertThat(ida.text()).contains("€0.02", "€0.03", "€12");
            greta.signIn(system.web("/"), system.password("greta"));
            greta.open(system.web("/app/fees"));
            assertThat(greta.text()).contains("€0.02", "€0.03", "€12");
            assertThat(greta.find("fees-change").count()).isZero();
            rates(ida, "", "", "", "Back to what it was before this was tried.");
        }
    }

    private void rates(Visitor ida, String issued, String retired, String device, String why) {
        ida.fill("field-issued", issued);
        ida.fill("field-retired", retired);
        ida.fill("field-device", device);
        ida.fill("field-reason", why);
        ida.click("fees-change");
    }

    private void buy(Visitor buyer, String offered) {
        buyer.open(system.web("/app/market/" + offered));
        buyer.page()
                .getByTestId("offer-buy")
                .or(buyer.find("buy-quantity"))
                .first()
                .waitFor();
        if (buyer.find("buy-quantity").count() == 0) {
            buyer.click("offer-buy");
        }
        buyer.fill("buy-quantity", "1");
        buyer.click("buy-confirm");
    }

    private static String certificate(ApiCaller greta) {
        List<JsonNode> found = RunningSystem.eventually(CERTIFICATE_MAX, () -> large(greta), rows -> !rows.isEmpty());
        assertThat(found).as("certificates of at least " + WH_MIN + " Wh").isNotEmpty();
        return found.get(0).path("certificateId").asText();
    }

    private static List<JsonNode> large(ApiCaller greta) {
        try {
            JsonNode rows =
                    greta.get("/api/v1/certificates?status=ACTIVE&limit=50").path("items");
            return java.util.stream.StreamSupport.stream(rows.spliterator(), false)
                    .filter(row -> row.path("serialTo").asLong()
                                    - row.path("serialFrom").asLong()
                            > WH_MIN)
                    .toList();
        } catch (IOException unreachable) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static String offer(ApiCaller greta, String certificate, String number) throws Exception {
        String until = Instant.now()
                .plus(7, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        Map<String, Object> offer = Map.of(
                "certificateId",
                certificate,
                "quantityWh",
                0,
                "priceMinorPerMwh",
                6_500,
                "currency",
                "EUR",
                "minLotWh",
                1_000,
                "validUntil",
                until);
        return greta.post("/api/v1/offers", offer, "oversight-offer-" + number)
                .path("certificateId")
                .asText(certificate);
    }

    private static String retire(ApiCaller greta, String certificate, String number) throws Exception {
        Map<String, Object> retirement = Map.of(
                "items", List.of(Map.of("certificateId", certificate, "quantityWh", 500)),
                "beneficiary", Map.of("name", "Works North", "id", "", "country", "DE", "location", ""),
                "purpose", "Own use",
                "mainReason", "VOLUNTARY",
                "periodStart", "2026-01-01T00:00:00Z",
                "periodEnd", "2026-02-01T00:00:00Z",
                "onBehalfOf", "",
                "note", "");
        String statement = greta.post("/api/v1/retirements", retirement, "oversight-retire-" + number)
                .path("statementNo")
                .asText();
        assertThat(statement).isNotEmpty();
        return statement;
    }
}
