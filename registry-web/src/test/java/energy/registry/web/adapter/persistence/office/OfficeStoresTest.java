package energy.registry.web.adapter.persistence.office;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.web.adapter.persistence.Database;
import energy.registry.web.adapter.persistence.LedgerProjection;
import energy.registry.web.fixture.LedgerStory;
import energy.registry.web.fixture.ReadModelDatabase;
import energy.registry.web.model.LedgerEvent;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.Activity;
import energy.registry.web.model.office.AttestationRow;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.CaseKind;
import energy.registry.web.model.office.CaseStatus;
import energy.registry.web.model.office.Charged;
import energy.registry.web.model.office.Document;
import energy.registry.web.model.office.Letter;
import energy.registry.web.model.office.Message;
import energy.registry.web.model.office.Neighbour;
import energy.registry.web.model.office.ProducedRow;
import energy.registry.web.port.office.CaseFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The offices' stores on a real database. */
final class OfficeStoresTest implements CaseFilesContract {
    @TempDir
    private static Path folder;

    private static ReadModelDatabase server;
    private Database database;

    @BeforeAll
    static void start() throws Exception {
        server = ReadModelDatabase.start(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void empty() {
        database = server.database();
        database.write(entities -> entities.createNativeQuery(
                        "truncate case_document, case_file, activity, message, message_reader restart identity")
                .executeUpdate());
    }

    @Override
    public CaseFiles cases() {
        return new CaseStore(database);
    }

    @Test
    void aRebuildOfTheReadModelLeavesTheOfficesAlone() {
        LedgerProjection projection = new LedgerProjection(database, Clock.fixed(AT, ZoneOffset.UTC));
        cases().open(CaseFile.open(CaseKind.DEVICE, "a", "windpark-nord", CaseStatus.DRAFT, "greta", AT));
        projection.apply(LedgerStory.events());
        projection.clear();
        assertThat(cases().find(CaseKind.DEVICE, "a")).isPresent();
    }

    @Test
    void aDocumentKeepsItsBytesAndBelongsToItsCase() {
        DocumentStore documents = new DocumentStore(database);
        cases().open(CaseFile.open(CaseKind.DEVICE, "a", "windpark-nord", CaseStatus.DRAFT, "greta", AT));
        Document document =
                new Document("d", CaseKind.DEVICE, "a", "PHOTO", "p.png", "image/png", 3, "0".repeat(64), "greta", AT);
        documents.add(document, new byte[] {1, 2, 3});
        assertThat(documents.of(CaseKind.DEVICE, "a")).containsExactly(document);
        assertThat(documents.content(CaseKind.DEVICE, "a", "d")).contains(new byte[] {1, 2, 3});
        assertThat(documents.content(CaseKind.DEVICE, "b", "d")).isEmpty();
        assertThat(documents.remove(CaseKind.DEVICE, "b", "d")).isFalse();
        assertThat(documents.remove(CaseKind.DEVICE, "a", "d")).isTrue();
        assertThat(documents.of(CaseKind.DEVICE, "a")).isEmpty();
    }

    @Test
    void theLogIsReadByThoseItIsOfOrAbout() {
        ActivityStore log = new ActivityStore(database);
        log.add(new Activity(0, AT, "ida", "issuing-body", "A", "s", "windpark-nord", "One.", ""));
        log.add(new Activity(0, AT, "bruno", "acme", "B", "s", "acme", "Two.", ""));
        assertThat(log.list("windpark-nord", Window.first(10)).items())
                .extracting(Activity::sentence)
                .containsExactly("One.");
        assertThat(log.list("", Window.first(1)).items())
                .extracting(Activity::sentence)
                .containsExactly("Two.");
        String next = log.list("", Window.first(1)).next();
        assertThat(log.list("", new Window(next, 1)).items())
                .extracting(Activity::sentence)
                .containsExactly("One.");
    }

    @Test
    void newsIsUnreadUntilItIsLookedAt() {
        MessageStore messages = new MessageStore(database);
        messages.add(new Message(0, AT, "acme", "good", "One", "b", "/app"));
        messages.add(new Message(0, AT, "acme", "good", "Two", "b", "/app"));
        assertThat(messages.unread("acme", "bruno")).isEqualTo(2);
        messages.readUpTo(
                "bruno", messages.list("acme", Window.first(10)).items().get(0).seq());
        messages.readUpTo("bruno", 1);
        assertThat(messages.unread("acme", "bruno")).isZero();
        assertThat(messages.unread("acme", "bea")).isEqualTo(2);
        assertThat(messages.unread("globex", "bruno")).isZero();
    }

    @Test
    void aRegisteredDeviceIsRecognisedByWhatItShares() {
        LedgerProjection projection = new LedgerProjection(database, Clock.fixed(AT, ZoneOffset.UTC));
        projection.clear();
        projection.apply(LedgerStory.events());
        DeviceFileStore devices = new DeviceFileStore(database);
        assertThat(devices.neighbours(Map.of("meterId", "MTR-0001")))
                .extracting(Neighbour::shares, Neighbour::strong)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("meterId", true));
        assertThat(devices.neighbours(Map.of("meterSerial", "A1", "meterMaker", "Twin")))
                .hasSize(1);
        assertThat(devices.neighbours(Map.of("meterSerial", "A1", "meterMaker", "Other")))
                .isEmpty();
        Map<String, String> beside = Map.of("latitude", "54.123", "longitude", "9.123", "technology", "WIND");
        assertThat(devices.neighbours(beside))
                .extracting(Neighbour::shares, Neighbour::strong)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("place", false));
        assertThat(devices.neighbours(Map.of("latitude", "54.2", "longitude", "9.123", "technology", "WIND")))
                .isEmpty();
        assertThat(devices.recorded("WTG-0001").orElseThrow())
                .containsEntry("meterKey", "AA==")
                .containsEntry("capacityW", 2_050_000);
        assertThat(devices.recorded("WTG-0002")).isEmpty();
        projection.clear();
    }

    @Test
    void aWorkersStepCountsOnce() {
        database.write(entities -> entities.createNativeQuery("truncate outbox, worker_position restart identity")
                .executeUpdate());
        OutboxStore outbox = new OutboxStore(database);
        Letter letter = Letter.of(Letter.Channel.WEBHOOK, "w1", "TradeSettled", "{}", AT);
        Message message = new Message(0, AT, "acme", "good", "Sold", "b", "/app");
        outbox.advance("hooks", 7, List.of(letter), List.of(message));
        outbox.advance("hooks", 7, List.of(letter), List.of(message));
        assertThat(outbox.position("hooks")).isEqualTo(7);
        assertThat(outbox.position("other")).isZero();
        assertThat(outbox.waiting(Letter.Channel.WEBHOOK, "w1")).isEqualTo(1);
        assertThat(outbox.messagesAfter(0, 10)).extracting(Message::title).containsExactly("Sold");
        assertThat(outbox.due(AT.minusSeconds(1), 10)).isEmpty();
        Letter due = outbox.due(AT, 10).get(0);
        outbox.update(new Letter(
                due.id(), due.channel(), due.target(), due.subject(), due.body(), Letter.State.SENT, 1, AT, "", AT));
        assertThat(outbox.due(AT, 10)).isEmpty();
        assertThat(outbox.of(Letter.Channel.WEBHOOK, "w1", 5))
                .extracting(Letter::state)
                .containsExactly(Letter.State.SENT);
    }

    @Test
    void certifiedEnergyIsSummedByMonthAndHour() {
        LedgerProjection projection = new LedgerProjection(database, Clock.fixed(AT, ZoneOffset.UTC));
        projection.clear();
        projection.apply(LedgerStory.events());
        ProductionStore production = new ProductionStore(database);
        assertThat(production.months("windpark-nord", 10))
                .containsExactly(new ProducedRow("2026-01", "WTG-0001", "Nordhang 1", 1_400_000, 2));
        assertThat(production.hours("windpark-nord", java.time.LocalDate.of(2026, 1, 1), 10))
                .containsExactly(new ProducedRow("2026-01-01T00:00Z", "WTG-0001", "Nordhang 1", 1_400_000, 2));
        assertThat(production.hours("windpark-nord", java.time.LocalDate.of(2026, 1, 2), 10))
                .isEmpty();
        assertThat(production.months("acme", 10)).isEmpty();
        projection.clear();
    }

    @Test
    void whatIsDueAndWhatIsChargedFollowsFromTheLedger() {
        LedgerProjection projection = new LedgerProjection(database, Clock.fixed(AT, ZoneOffset.UTC));
        projection.clear();
        projection.apply(LedgerStory.events().stream()
                .map(event -> event.type().equals("DeviceRegistered")
                        ? new LedgerEvent(
                                event.seq(),
                                event.txId(),
                                event.at(),
                                event.type(),
                                event.data()
                                        .replace(
                                                "\"status\":\"APPROVED\"",
                                                "\"status\":\"APPROVED\",\"attestationDue\":\"2027-02-01T00:00:00Z\""))
                        : event)
                .toList());
        AttestationStore attestations = new AttestationStore(database);
        assertThat(attestations.due("", 10))
                .containsExactly(new AttestationRow(
                        "WTG-0001",
                        "Nordhang 1",
                        "windpark-nord",
                        "Windpark Nord GmbH",
                        "APPROVED",
                        java.time.Instant.parse("2027-02-01T00:00:00Z")));
        assertThat(attestations.due("acme", 10)).isEmpty();
        ChargeStore charges = new ChargeStore(database);
        java.time.YearMonth february = java.time.YearMonth.of(2026, 2);
        assertThat(charges.of(february, "", 10))
                .containsExactly(
                        new Charged("acme", "Acme Chemie AG", 0, 250_000, 0),
                        new Charged("windpark-nord", "Windpark Nord GmbH", 1_400_000, 0, 1));
        assertThat(charges.of(february, "acme", 10)).hasSize(1);
        assertThat(charges.of(february.minusMonths(1), "", 10)).isEmpty();
        projection.clear();
    }
}
