package energy.registry.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The journeys of those who produce, decide and oversee, in a real browser against the running registry. */
@Tag("system")
@ExtendWith(RunningSystem.class)
final class OperatorJourneyTest {
    private final RunningSystem.Handle system;
    private Playwright playwright;
    private Browser browser;
    private Path pictures;

    OperatorJourneyTest(RunningSystem.Handle system) {
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
    void aDeviceIsRegisteredStepByStepAndDecidedAtTheDesk() throws Exception {
        String number = number();
        String device = "SYS-" + number;
        String status = gretaRegisters(device, number);
        assertThat(status).isEqualTo("SUBMITTED");
        try (Visitor ida = new Visitor(browser, pictures, "ida")) {
            ida.signIn(system.web("/"), system.password("ida"));
            approve(ida, system, device);
        }
        try (Visitor greta = new Visitor(browser, pictures, "greta")) {
            greta.signIn(system.web("/"), system.password("greta"));
            greta.open(system.web("/app/news"));
            assertThat(greta.text()).contains("Prüfhang " + number + " is registered");
            greta.open(system.web("/app/my/devices/" + device));
            assertThat(greta.text()).contains("Prüfhang " + number);
            assertThat(greta.foreignRequests()).isEmpty();
        }
    }

    @Test
    void anOrganisationJoinsInvitesAColleagueAndGivesAMachineAKey() throws Exception {
        String number = number();
        String account = "ost-" + number;
        String link = apply(account, number);
        try (Visitor ida = new Visitor(browser, pictures, "ida")) {
            ida.signIn(system.web("/"), system.password("ida"));
            ida.open(system.web("/app/office/organisations"));
            ida.page()
                    .locator("[data-account='" + account + "'] [data-testid='organisation-open']")
                    .click();
            ida.fill("ruling-reason", "The public register shows it, and the phone call confirms it.");
            ida.click("organisation-accept");
            assertThat(ida.text()).contains("The account is open");
        }
        String password = "amber-otter-castle-" + number;
        try (Visitor karl = new Visitor(browser, pictures, "karl." + number)) {
            karl.open(java.net.URI.create(link));
            karl.fill("join-username", "karl." + number);
            karl.fill("join-password", "short");
            karl.click("join-accept");
            assertThat(karl.text()).contains("Use 12 to 128 characters");
            karl.fill("join-password", password);
            karl.click("join-accept");
            karl.signIn(system.web("/"), password);
            karl.open(system.web("/app/organisation"));
            assertThat(karl.find("member-row").count()).isEqualTo(1);
            karl.fill("invite-name", "Kim Ost");
            karl.fill("invite-email", "kim." + number + "@ost.example");
            karl.find("invite-role-buyer").check();
            karl.click("invite-submit");
            assertThat(karl.text()).contains("/join/").contains("Kim Ost");
            karl.fill("key-name", "Portfolio export");
            karl.find("key-role-buyer").check();
            karl.click("key-create");
            var key = karl.find("fresh-key").locator("dd");
            assertThat(machineSeesItsAccount(key.nth(0).innerText(), key.nth(1).innerText(), account))
                    .isTrue();
            karl.open(system.web("/app/activity"));
            assertThat(karl.text()).contains("Invited Kim Ost").contains("Made the API key");
            assertThat(karl.foreignRequests()).isEmpty();
        }
    }

    @Test
    void theRegulatorFollowsACertificateFromTheFrameToTheSigners() throws Exception {
        try (Visitor rita = new Visitor(browser, pictures, "rita")) {
            rita.signIn(system.web("/"), system.password("rita"));
            assertThat(rita.sees(
                            system.web("/app/registry/certificates?device=WTG-0001"),
                            rita.find("certificate-row"),
                            PlantByFile.CERTIFIED_MAX))
                    .isTrue();
            rita.page().locator("[data-testid='certificate-row'] th a").first().click();
            assertThat(rita.find("history-step").count()).isGreaterThanOrEqualTo(4);
            var picture =
                    rita.page().locator("[data-testid='history-step'] img").first();
            picture.scrollIntoViewIfNeeded();
            rita.page().waitForCondition(() ->
                    (Boolean) picture.evaluate("image => image.complete && image.naturalWidth > 0"));
            rita.find("history-step").last().locator("summary").click();
            rita.look();
            rita.find("step-transaction").last().click();
            assertThat(rita.find("transaction-id").innerText()).matches("[0-9a-fA-F]{64}");
            assertThat(rita.find("transaction-signature").count()).isPositive();
        }
    }

    @Test
    void everyoneChoosesALanguageAndAZoneOfTheirOwn() throws Exception {
        try (Visitor gerd = new Visitor(browser, pictures, "gerd")) {
            gerd.signIn(system.web("/"), system.password("gerd"));
            settings(gerd, "de", "Europe/Nowhere");
            assertThat(gerd.text()).contains("There is no such zone").contains("My devices");
            settings(gerd, "de", "Europe/Berlin");
            assertThat(gerd.text()).contains("Meine Anlagen").contains("Zeiten in Europe/Berlin");
            gerd.open(system.web("/app/activity"));
            assertThat(gerd.text()).containsPattern("MES?Z");
            settings(gerd, "en", "UTC");
            assertThat(gerd.text()).contains("My devices").contains("Times are shown in UTC");
        }
    }

    private void settings(Visitor visitor, String language, String zone) {
        visitor.open(system.web("/app/settings"));
        visitor.find("settings-language").selectOption(language);
        visitor.fill("settings-zone", zone);
        visitor.click("settings-save");
    }

    private String apply(String account, String number) {
        try (Visitor karl = new Visitor(browser, pictures, "karl")) {
            karl.open(system.web("/join"));
            answer(
                    karl,
                    of(
                            "legalName",
                            "Kraftwerk Süd-Ost GmbH",
                            "accountId",
                            account,
                            "wanted",
                            "generator buyer",
                            "registrationNo",
                            "HRB " + number,
                            "country",
                            "XX",
                            "address",
                            "Weg 1, 12345 Ost",
                            "contactName",
                            "Karl Öst",
                            "contactEmail",
                            "karl." + number + "@ost.example",
                            "terms",
                            "yes"));
            karl.click("join-submit");
            assertThat(karl.text()).contains("Write the two letters of a country");
            karl.fill("field-country", "DE");
            karl.click("join-submit");
            assertThat(karl.text()).contains("Kraftwerk Süd-Ost GmbH").contains("With the issuing body");
            return karl.address();
        }
    }

    /** A token by client credentials, and with it a question to the API. */
    private boolean machineSeesItsAccount(String client, String secret, String account) throws Exception {
        var http = java.net.http.HttpClient.newHttpClient();
        String issuer = "http://localhost:" + system.port(8180) + "/realms/registry";
        var token = java.net.http.HttpRequest.newBuilder(java.net.URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id="
                        + client.strip() + "&client_secret=" + secret.strip()))
                .build();
        String answer = http.send(token, java.net.http.HttpResponse.BodyHandlers.ofString())
                .body();
        String bearer = answer.replaceAll("(?s).*\"access_token\":\"([^\"]+)\".*", "$1");
        var ask = java.net.http.HttpRequest.newBuilder(system.web("/api/v1/news/activity"))
                .header("Authorization", "Bearer " + bearer)
                .build();
        var seen = http.send(ask, java.net.http.HttpResponse.BodyHandlers.ofString());
        return seen.statusCode() == 200 && seen.body().contains(account);
    }

    private String gretaRegisters(String device, String number) throws Exception {
        try (Visitor greta = new Visitor(browser, pictures, "greta")) {
            greta.signIn(system.web("/"), system.password("greta"));
            greta.open(system.web("/app/my/registrations"));
            greta.click("registration-begin");
            wrongMeteringPointIsNamed(greta, number);
            for (Map<String, String> step : steps(device, number)) {
                answer(greta, step);
                greta.click("step-next");
            }
            papers(greta, pictures);
            assertThat(greta.find("file-row").count()).as(greta.text()).isEqualTo(2);
            greta.click("step-next");
            assertThat(greta.find("unfinished").count()).as(greta.text()).isZero();
            greta.click("registration-submit");
            return greta.find("registration-status").getAttribute("data-status");
        }
    }

    static void papers(Visitor greta, Path pictures) throws java.io.IOException {
        Path paper =
                Files.write(pictures.resolve("paper.pdf"), "%PDF-1.7\n%one page".getBytes(StandardCharsets.US_ASCII));
        for (String purpose : new String[] {"OWNER_DECLARATION", "SINGLE_LINE_DIAGRAM"}) {
            greta.find("file-purpose").selectOption(purpose);
            greta.find("file-choose").setInputFiles(paper);
            greta.click("file-send");
        }
    }

    static void approve(Visitor ida, RunningSystem.Handle system, String device) {
        ida.open(system.web("/app/office/devices"));
        ida.page()
                .locator("[data-testid='application-row'][data-device='" + device
                        + "'] [data-testid='application-open']")
                .click();
        ida.look();
        ida.find("ruling-approve").check();
        ida.fill("ruling-reason", "Diagram, declaration and answers agree with each other.");
        ida.click("ruling-submit");
        assertThat(ida.text()).contains("Approved");
    }

    /** A mistyped digit is named beside its field, and what was typed stays. */
    private void wrongMeteringPointIsNamed(Visitor greta, String number) {
        String draft = greta.address().replace("/identity", "");
        greta.open(java.net.URI.create(draft + "/metering"));
        String wrong =
                meteringPoint(number).substring(0, 17) + (meteringPoint(number).charAt(17) == '9' ? '8' : '9');
        greta.fill("field-meteringPointId", wrong);
        greta.find("field-intervalSeconds").selectOption("900");
        greta.click("step-next");
        assertThat(greta.text()).contains("one digit is mistyped");
        assertThat(greta.find("field-meteringPointId").inputValue()).isEqualTo(wrong);
        greta.open(java.net.URI.create(draft + "/identity"));
    }

    static void answer(Visitor visitor, Map<String, String> answers) {
        answers.forEach((field, value) -> {
            var control = visitor.find("field-" + field).first();
            String tag = String.valueOf(control.evaluate("e => e.type === 'checkbox' ? 'checkbox' : e.tagName"));
            switch (tag) {
                case "checkbox" -> control.check();
                case "SELECT" -> control.selectOption(value);
                default -> control.fill(value);
            }
        });
    }

    static java.util.List<Map<String, String>> steps(String device, String number) throws Exception {
        java.util.List<Map<String, String>> steps = new java.util.ArrayList<>();
        steps.add(of(
                "name",
                "Prüfhang " + number,
                "deviceId",
                device,
                "technology",
                "WIND",
                "registrant",
                "OWNER",
                "rightToIssue",
                "Windpark Nord GmbH"));
        steps.add(of(
                "capacityKw",
                "2050",
                "operationalSince",
                "2019-05-01",
                "emissionFactor",
                "0",
                "hubHeightM",
                "92.5",
                "rotorDiameterM",
                "92",
                "turbineCount",
                "1"));
        steps.add(of(
                "country",
                "DE",
                "region",
                "Schleswig-Holstein",
                "zone",
                "10Y1001A1001A82H",
                "address",
                "Prüfhang",
                "latitude",
                "53." + number,
                "longitude",
                "8." + backwards(number),
                "gridOperator",
                "Netz Nord"));
        steps.add(of("meteringPointId", meteringPoint(number), "intervalSeconds", "900", "signer", "METER"));
        steps.add(
                of("meterId", "MTR-" + number, "meterMaker", "Maker", "meterSerial", "S-" + number, "meterKey", key()));
        steps.add(of("cameraPolicy", "REQUIRED", "cameraId1", "CAM-" + number, "cameraKey1", key()));
        steps.add(of(
                "blades", "3", "rpmMin", "6", "rpmMax", "16", "clockwise", "yes", "curve", "6, 0, 60\n16, 1900, 2100"));
        steps.add(of("exclusive", "yes", "attestedBy", "Greta Nord, managing director"));
        return steps;
    }

    private static Map<String, String> of(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    static String key() throws Exception {
        byte[] encoded = KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPublic()
                .getEncoded();
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(encoded)
                + "\n-----END PUBLIC KEY-----";
    }

    /** A GSRN with its check digit. */
    static String meteringPoint(String number) {
        String digits = "57131310000" + number;
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return digits + (10 - sum % 10) % 10;
    }

    /** Six digits that no test before used; those of two seconds stand far apart, so that no place is near another. */
    static String number() {
        return String.format("%06d", System.currentTimeMillis() / 1_000 * 7_919 % 1_000_000);
    }

    static String backwards(String number) {
        return new StringBuilder(number).reverse().toString();
    }
}
