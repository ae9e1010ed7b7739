package energy.registry.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

    private Visitor visitor(String name) throws Exception {
        Visitor visitor = new Visitor(browser, pictures, name);
        visitor.signIn(system.web("/"), system.password(name));
        return visitor;
    }

    private void upload(Visitor greta, String device, Path file) {
        greta.open(system.web("/app/my/uploads?device=" + device));
        greta.find("upload-file").setInputFiles(file);
        greta.click("upload-send");
    }

    private static void accepted(Visitor greta, int number) {
        assertThat(greta.find("upload-figures").getAttribute("data-accepted"))
                .as(greta.text())
                .isEqualTo(String.valueOf(number));
    }

    private static void advised(Visitor greta, String title) {
        greta.find("upload-advice")
                .filter(new Locator.FilterOptions().setHasText(title))
                .click();
        greta.look();
    }

    /** Answers an act's questions, reads what it brings about, and proposes or does it. */
    static void act(Visitor visitor, Map<String, String> answers) {
        OperatorJourneyTest.answer(visitor, answers);
        visitor.click("act-review");
        assertThat(visitor.find("act-effect").count()).as(visitor.text()).isEqualTo(1);
        visitor.click("act-confirm");
    }

    /** A second person agrees to what waits for this subject. */
    private void agree(Visitor second, String subject) {
        second.open(system.web("/app/office/proposals"));
        second.find("proposal-row")
                .filter(new Locator.FilterOptions().setHasText(subject))
                .first()
                .getByTestId("proposal-open")
                .click();
        second.fill("ruling-reason", "Compared with the meter's own display on the photo.");
        second.click("proposal-agree");
        assertThat(second.text()).contains("The one who proposed it has been told");
    }

    private static String minute(Instant at) {
        return at.toString().substring(0, 16);
    }

    @Test
    void wrongReadingsAreRefusedInPlainWordsAndWhatGotThroughIsCorrected() throws Exception {
        String number = OperatorJourneyTest.number();
        PlantByFile plant = PlantByFile.known(system, number);
        try (Visitor greta = visitor("greta");
                Visitor ida = visitor("ida")) {
            aMeterThatCannotSignIsRegistered(greta, ida, number);
            Instant first = PlantByFile.hoursAgo(5);
            Instant second = first.plusSeconds(3_600);
            upload(
                    greta,
                    plant.device(),
                    table("unit.csv", PlantByFile.row(first, "1500000"), PlantByFile.row(second, "1500000")));
            assertThat(greta.text()).contains("The unit may be wrong");
            accepted(greta, 0);
            advised(greta, "The unit may be wrong");
            upload(
                    greta,
                    plant.device(),
                    table("put-right.csv", PlantByFile.row(first, "1500"), PlantByFile.row(second, "1500")));
            accepted(greta, 2);
            ApiCaller api = new ApiCaller(system, "greta");
            plant.awaitCertified(api, 3_000_000);

            greta.open(system.web("/app/my/devices/" + plant.device()));
            greta.click("act-correct");
            act(
                    greta,
                    Map.of(
                            "start",
                            minute(first),
                            "end",
                            minute(second),
                            "overIssuedWh",
                            "100000",
                            "reason",
                            "The first hour was read from the neighbour's meter."));
            assertThat(greta.text()).contains("Proposed: Correct what was certified too much");
            agree(ida, plant.device());
            greta.open(system.web("/app/news"));
            assertThat(greta.text()).contains("Done: Correct what was certified too much");
            upload(greta, plant.device(), table("next.csv", PlantByFile.row(second.plusSeconds(3_600), "1500")));
            accepted(greta, 1);
            plant.awaitCertified(api, 4_400_000); // a debt of 100 kWh is paid off before anything is issued
        }
    }

    private void aMeterThatCannotSignIsRegistered(Visitor greta, Visitor ida, String number) throws Exception {
        greta.open(system.web("/app/my/registrations"));
        greta.click("registration-begin");
        for (Map<String, String> step : OperatorJourneyTest.steps("SYS-" + number, number)) {
            Map<String, String> answers = new LinkedHashMap<>(step);
            answers.replace("intervalSeconds", "3600");
            answers.replace("signer", "AGENT");
            answers.remove("meterKey");
            answers.replace("cameraPolicy", "NONE");
            answers.keySet().removeIf(field -> field.startsWith("cameraId") || field.startsWith("cameraKey"));
            OperatorJourneyTest.answer(greta, answers);
            greta.click("step-next");
        }
        OperatorJourneyTest.papers(greta, pictures);
        greta.click("step-next");
        assertThat(greta.find("unfinished").count()).as(greta.text()).isZero();
        greta.click("registration-submit");
        OperatorJourneyTest.approve(ida, system, "SYS-" + number);
    }

    private Path table(String name, String... rows) throws Exception {
        return PlantByFile.table(pictures, name, "start,end,energy_kwh", List.of(rows));
    }

    @Test
    void whatIsCertifiedAlreadyIsShownAndWhatShouldNotBeIsWithdrawn() throws Exception {
        PlantByFile plant = PlantByFile.registered(system);
        ApiCaller api = new ApiCaller(system, "greta");
        Instant start = PlantByFile.hoursAgo(4);
        Instant end = start.plusSeconds(7_200);
        try (Visitor greta = visitor("greta");
                Visitor ida = visitor("ida");
                Visitor rita = visitor("rita")) {
            Path file =
                    table("month.csv", PlantByFile.row(start, "800"), PlantByFile.row(start.plusSeconds(3_600), "700"));
            upload(greta, plant.device(), file);
            accepted(greta, 2);
            plant.awaitCertified(api, 1_500_000);
            upload(
                    greta,
                    plant.device(),
                    table(
                            "month-again.csv",
                            PlantByFile.row(start, "800"),
                            PlantByFile.row(start.plusSeconds(3_600), "650")));
            assertThat(greta.find("upload-figures").getAttribute("data-duplicates"))
                    .isEqualTo("1");
            assertThat(greta.text())
                    .contains("These times are accounted for already")
                    .contains("The first file said too much");
            advised(greta, "These times are accounted for already");
            assertThat(greta.find("certificate-row").count()).as(greta.text()).isPositive();

            ida.open(system.web("/app/my/devices/" + plant.device()));
            ida.click("act-withdraw");
            act(
                    ida,
                    Map.of(
                            "start", minute(start),
                            "end", minute(end),
                            "reason", "The meter was on the test bench in this time."));
            assertThat(ida.text()).contains("Proposed: Withdraw certificates");
            agree(rita, plant.device());
            assertThat(RunningSystem.eventually(
                            PlantByFile.CERTIFIED_MAX,
                            () -> plant.certified(api, "WITHDRAWN"),
                            gone -> !gone.isEmpty()))
                    .isNotEmpty();
            assertThat(plant.certified(api, "ACTIVE")).isEmpty();
            greta.open(system.web("/app/news"));
            assertThat(greta.text()).contains("Withdraw certificates: " + plant.device());
        }
    }

    @Test
    void aReplacedInverterIsAGuidedActThatASecondPersonAgreesTo() throws Exception {
        PlantByFile plant = PlantByFile.registered(system);
        ApiCaller api = new ApiCaller(system, "greta");
        Instant start = PlantByFile.hoursAgo(5);
        Instant exchanged = start.plusSeconds(7_200);
        try (Visitor greta = visitor("greta");
                Visitor ida = visitor("ida")) {
            upload(greta, plant.device(), registers("old.csv", start, "100", "1000", "2000"));
            plant.awaitCertified(api, 1_900_000);
            Path after = registers("new.csv", exchanged, "0", "900");
            upload(greta, plant.device(), after);
            assertThat(greta.text()).contains("The meter or inverter was replaced");
            advised(greta, "The meter or inverter was replaced");
            greta.click("act-review");
            assertThat(greta.text()).contains("This is empty");
            act(
                    greta,
                    Map.of(
                            "at", minute(exchanged),
                            "closingRegisterWh", "2000000",
                            "meterMaker", "Maker",
                            "meterSerial", "S-2-" + plant.device(),
                            "openingRegisterWh", "0",
                            "reason", "The old inverter failed on Monday."));
            assertThat(greta.text()).contains("Proposed: Exchange a meter");
            agree(ida, plant.device());
            upload(greta, plant.device(), registers("again.csv", exchanged, "0", "900", "1700"));
            plant.awaitCertified(api, 3_600_000);
        }
    }

    private Path registers(String name, Instant from, String... kilowattHours) throws Exception {
        List<String> rows = new ArrayList<>();
        for (int hour = 0; hour < kilowattHours.length; hour++) {
            rows.add(from.plusSeconds(3_600L * hour) + "," + kilowattHours[hour]);
        }
        return PlantByFile.table(pictures, name, "time,register_kwh", rows);
    }

    @Test
    void severalMonthsInOneFileAndSeveralDevicesInAnotherJustWork() throws Exception {
        PlantByFile one = PlantByFile.registered(system);
        PlantByFile other = PlantByFile.registered(system);
        ApiCaller api = new ApiCaller(system, "greta");
        Instant lately = PlantByFile.hoursAgo(4);
        Instant before = lately.minus(Duration.ofDays(35));
        try (Visitor greta = visitor("greta")) {
            upload(
                    greta,
                    one.device(),
                    table("months.csv", PlantByFile.row(before, "400"), PlantByFile.row(lately, "500")));
            accepted(greta, 2);
            one.awaitCertified(api, 900_000);
            greta.open(system.web("/app/my/production"));
            assertThat(greta.page()
                            .locator("[data-testid='month-row'][data-device='" + one.device() + "']")
                            .count())
                    .as(greta.text())
                    .isEqualTo(2);

            Instant next = lately.plusSeconds(3_600);
            String header = "start,end,energy_kwh,device_id";
            List<String> rows = List.of(
                    PlantByFile.row(next, "300," + one.device()),
                    PlantByFile.row(next, "200," + other.device()),
                    PlantByFile.row(next, "100,SYS-STRANGE"));
            upload(greta, one.device(), PlantByFile.table(pictures, "stranger.csv", header, rows));
            assertThat(greta.text())
                    .contains("no device of your organisation")
                    .contains("Nothing of the file was taken");
            upload(greta, one.device(), PlantByFile.table(pictures, "park.csv", header, rows.subList(0, 2)));
            assertThat(greta.find("upload-part").count()).as(greta.text()).isEqualTo(2);
            one.awaitCertified(api, 1_200_000);
            other.awaitCertified(api, 200_000);
        }
    }

    @Test
    void whatWentToTheWrongPartyComesBack() throws Exception {
        PlantByFile plant = PlantByFile.registered(system);
        ApiCaller api = new ApiCaller(system, "greta");
        try (Visitor greta = visitor("greta");
                Visitor bea = visitor("bea");
                Visitor bruno = visitor("bruno")) {
            upload(greta, plant.device(), table("to-send.csv", PlantByFile.row(PlantByFile.hoursAgo(3), "60")));
            plant.awaitCertified(api, 60_000);
            send(greta, plant, "globex", "meant for Acme");
            bea.open(system.web("/app/transfers"));
            assertThat(bea.find("transfer-waiting").count()).as(bea.text()).isPositive();
            greta.click("transfer-recall");
            assertThat(greta.text()).contains("The certificates are yours again");

            send(greta, plant, "globex", "meant for Acme, again");
            bea.open(system.web("/app/transfers"));
            bea.find("transfer-reason").first().fill("Nothing was agreed with you.");
            bea.click("transfer-reject");
            assertThat(bea.text()).contains("stay with the sender");
            greta.open(system.web("/app/transfers"));
            assertThat(greta.text()).contains("Nothing was agreed with you.");

            send(greta, plant, "globex", "wrong a third time");
            bea.open(system.web("/app/transfers"));
            bea.click("transfer-accept");
            assertThat(bea.text()).contains("The certificates are yours");
            bea.click("transfer-back");
            assertThat(bea.find("transfer-receiver").inputValue()).isEqualTo("windpark-nord");
            bea.click("transfer-submit");
            greta.open(system.web("/app/transfers"));
            greta.click("transfer-accept");
            send(greta, plant, "acme", "order 4711");
            bruno.open(system.web("/app/transfers"));
            bruno.click("transfer-accept");
            bruno.open(system.web("/app/holdings?device=" + plant.device()));
            assertThat(bruno.find("holding-row").count()).as(bruno.text()).isEqualTo(1);
        }
    }

    private void send(Visitor greta, PlantByFile plant, String receiver, String reference) {
        greta.open(system.web("/app/my/certificates?status=ACTIVE&device=" + plant.device()));
        greta.click("transfer-open");
        greta.fill("transfer-receiver", "nobody-at-all");
        greta.click("transfer-submit");
        assertThat(greta.text()).contains("There is no such account");
        greta.fill("transfer-receiver", receiver);
        greta.fill("transfer-reference", reference);
        greta.click("transfer-submit");
        assertThat(greta.text()).contains("Until then you can recall them");
    }

    @Test
    void whatIsWrongInAnExchangeIsDeclinedWithAReason() throws Exception {
        try (Visitor greta = visitor("greta");
                Visitor ida = visitor("ida")) {
            greta.open(system.web("/app/my/devices/" + firstDevice(greta)));
            greta.click("act-meter-exchange");
            act(
                    greta,
                    Map.of(
                            "at", "2026-01-31T12:00",
                            "closingRegisterWh", "1000",
                            "meterMaker", "Maker",
                            "meterSerial", "S-2",
                            "openingRegisterWh", "0",
                            "meterKey", OperatorJourneyTest.key(),
                            "reason", "The old inverter failed on Monday."));
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
