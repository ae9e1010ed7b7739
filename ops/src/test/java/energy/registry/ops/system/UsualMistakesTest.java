package energy.registry.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people of other registries get wrong most often, and that here they are told how to put it right. */
@Tag("system")
@ExtendWith(RunningSystem.class)
final class UsualMistakesTest {
    private final RunningSystem.Handle system;
    private Playwright playwright;
    private Browser browser;
    private Path pictures;

    UsualMistakesTest(RunningSystem.Handle system) {
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
    void aReplacedMeterIsAGuidedActThatASecondPersonDecides() throws Exception {
        try (Visitor greta = new Visitor(browser, pictures, "greta")) {
            greta.signIn(system.web("/"), system.password("greta"));
            greta.open(system.web("/app/my/devices/" + firstDevice(greta)));
            greta.click("act-meter-exchange");
            greta.click("act-review");
            assertThat(greta.text()).contains("This is empty");
            OperatorJourneyTest.answer(
                    greta,
                    Map.of(
                            "at",
                            "2026-01-31T12:00",
                            "closingRegisterWh",
                            "1000",
                            "meterMaker",
                            "Maker",
                            "meterSerial",
                            "S-2",
                            "openingRegisterWh",
                            "0",
                            "meterKey",
                            OperatorJourneyTest.key(),
                            "reason",
                            "The old inverter failed on Monday."));
            greta.click("act-review");
            assertThat(greta.find("act-effect").innerText())
                    .contains("no gap, and nothing twice")
                    .contains("The issuing body has to agree");
            greta.click("act-confirm");
            assertThat(greta.text()).contains("Proposed: Exchange a meter");
        }
        try (Visitor ida = new Visitor(browser, pictures, "ida")) {
            ida.signIn(system.web("/"), system.password("ida"));
            ida.open(system.web("/app/office/proposals"));
            ida.click("proposal-open");
            ida.fill("ruling-reason", "The date is wrong: it lies before the last reading.");
            ida.click("proposal-decline");
            assertThat(ida.text()).contains("Declined");
        }
    }

    @Test
    void whatIsAlreadyRegisteredIsRecognised() throws Exception {
        try (Visitor greta = new Visitor(browser, pictures, "greta")) {
            greta.signIn(system.web("/"), system.password("greta"));
            String taken = firstDevice(greta);
            greta.open(system.web("/app/my/registrations"));
            greta.click("registration-begin");
            OperatorJourneyTest.answer(
                    greta,
                    Map.of(
                            "name",
                            "The same once more",
                            "deviceId",
                            taken,
                            "technology",
                            "WIND",
                            "registrant",
                            "OWNER",
                            "rightToIssue",
                            "Windpark Nord GmbH"));
            greta.click("step-next");
            assertThat(greta.text()).contains("It belongs to " + taken).contains("A device is registered once");
            greta.click("registration-withdraw");
        }
    }

    private static String firstDevice(Visitor greta) {
        greta.page().navigate(greta.address().replaceAll("(https?://[^/]+).*", "$1/app/my/devices"));
        return greta.page().locator("[data-device^='WTG']").first().getAttribute("data-device");
    }
}
