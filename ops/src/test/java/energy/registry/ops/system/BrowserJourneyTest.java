package energy.registry.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("system")
@ExtendWith(RunningSystem.class)
final class BrowserJourneyTest {
    /** The twin's first certificate takes this long at most, and the page a little longer to learn of it. */
    private static final Duration CERTIFICATE_MAX = Duration.ofMinutes(4);

    /** From the ledger by the feed to the page. */
    private static final Duration PAGE_MAX = Duration.ofSeconds(60);

    private final RunningSystem.Handle system;
    private Playwright playwright;
    private Browser browser;
    private Path pictures;

    BrowserJourneyTest(RunningSystem.Handle system) {
        this.system = system;
    }

    @BeforeEach
    void openTheBrowser() throws Exception {
        pictures = Files.createDirectories(system.folder().resolve("pictures"));
        playwright = Chromium.playwright();
        browser = Chromium.open(playwright);
    }

    @AfterEach
    void closeTheBrowser() {
        browser.close();
        playwright.close();
    }

    @Test
    void aReadingBecomesACertificateIsBoughtRetiredAndVerifiedByAnyone() throws Exception {
        String certificate = gretaOffersACertificate();
        String statement = brunoBuysAndRetires(certificate);
        anyoneVerifies(statement);
        ritaSeesTheWholeLife(certificate);
    }

    private String gretaOffersACertificate() throws Exception {
        try (Visitor greta = new Visitor(browser, pictures, "greta")) {
            greta.signIn(system.web("/"), system.password("greta"));
            assertThat(greta.sees(system.web("/app/my/devices"), greta.find("device-row"), CERTIFICATE_MAX))
                    .isTrue();
            URI list = system.web("/app/my/certificates");
            var active = greta.find("certificate-row").and(greta.inState("ACTIVE"));
            assertThat(greta.sees(list, active, CERTIFICATE_MAX)).isTrue();
            greta.look();
            String certificate = active.first().getAttribute("data-certificate");
            greta.open(system.web("/app/my/certificates/" + certificate + "/offer"));
            greta.fill("offer-price", "84.50");
            greta.fill("offer-min-lot", "0.001");
            greta.fill("offer-valid-until", inAWeek());
            greta.click("offer-submit");
            assertThat(greta.find("error-page").count()).as(greta.text()).isZero();
            assertThat(greta.find("offer-submit").count())
                    .as("the offer was refused: " + greta.text())
                    .isZero();
            assertThat(greta.foreignRequests()).isEmpty();
            return certificate;
        }
    }

    private String brunoBuysAndRetires(String certificate) throws Exception {
        try (Visitor bruno = new Visitor(browser, pictures, "bruno")) {
            bruno.signIn(system.web("/"), system.password("bruno"));
            var offer = bruno.row("offer-row", certificate);
            assertThat(bruno.sees(system.web("/app/market"), offer, PAGE_MAX)).isTrue();
            bruno.look();
            offer.getByTestId("offer-buy").click();
            bruno.look();
            bruno.click("buy-confirm");
            String today = LocalDate.now(ZoneOffset.UTC).toString();
            bruno.fill("retire-beneficiary", "Acme Works GmbH");
            bruno.fill("retire-beneficiary-country", "DE");
            bruno.fill("retire-purpose", "Scope 2 electricity, headquarters");
            bruno.fill(
                    "retire-period-start",
                    LocalDate.now(ZoneOffset.UTC).withDayOfYear(1).toString());
            bruno.fill("retire-period-end", today);
            bruno.click("retire-submit");
            String statement = bruno.find("statement-no").first().innerText().strip();
            assertThat(statement).as(bruno.address()).startsWith("RS-");
            var pdf = bruno.find("statement-pdf");
            assertThat(bruno.sees(system.web("/app/statements/" + statement), pdf, PAGE_MAX))
                    .isTrue();
            bruno.look();
            StatementPdf read = StatementPdf.read(bruno.download("statement-pdf"));
            assertThat(read.words()).contains(statement, "Acme Works GmbH");
            assertThat(read.code()).isEqualTo(system.web("/verify/" + statement).toString());
            assertThat(bruno.foreignRequests()).isEmpty();
            return statement;
        }
    }

    private void anyoneVerifies(String statement) throws Exception {
        try (Visitor anyone = new Visitor(browser, pictures, "anyone")) {
            anyone.open(system.web("/verify/" + statement));
            assertThat(anyone.verdict()).isEqualTo("valid");
            assertThat(anyone.text()).contains(statement, "Acme Works GmbH");
            Path bundle = anyone.download("statement-provenance");
            RegistryCommand.Answer verdict = system.call("verify", bundle.toString(), "--json");
            JsonNode checks = new ObjectMapper().readTree(verdict.out());
            assertThat(verdict.exit()).as(verdict.out()).isZero();
            assertThat(checks.path("valid").asBoolean()).isTrue();
            anyone.open(system.web("/verify/RS-0000-0000-0000-0000"));
            assertThat(anyone.find("verify-outcome").first().getAttribute("data-outcome"))
                    .isEqualTo("unknown");
        }
    }

    private void ritaSeesTheWholeLife(String certificate) throws Exception {
        try (Visitor rita = new Visitor(browser, pictures, "rita")) {
            rita.signIn(system.web("/"), system.password("rita"));
            rita.open(system.web("/app/certificates/" + certificate));
            assertThat(rita.find("history-step").count()).isGreaterThanOrEqualTo(2);
        }
    }

    private static String inAWeek() {
        return LocalDateTime.now(ZoneOffset.UTC)
                .plusDays(7)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
