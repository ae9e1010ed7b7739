package energy.registry.ops.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.ops.device.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BooksTest {
    private final List<LedgerEvent> events = new ArrayList<>();
    private final Books books = new Books();

    private BooksTest event(String type, String data) throws UnreadableEvent {
        events.add(LedgerEvent.read(Json.parse("{\"seq\":" + (events.size() + 1) + ",\"txId\":\"T\",\"type\":\"" + type
                        + "\",\"data\":" + data.replace('\'', '"') + "}")
                .orElseThrow()));
        return this;
    }

    private BooksTest bundle(String id, int quarter, long from, long to, String previous) throws UnreadableEvent {
        return event(
                "CertificateChanged",
                "{'certificateId':'" + id + "','deviceId':'D','intervals':[" + interval(quarter, from, to)
                        + "],'previous':[" + previous + "]}");
    }

    private static String interval(int quarter, long from, long to) {
        return String.format(
                "{'start':'2026-01-01T0%d:00:00Z','end':'2026-01-01T0%d:15:00Z','serialFrom':%d,'serialTo':%d}",
                quarter, quarter, from, to);
    }

    private BooksTest consumed(String id) throws UnreadableEvent {
        return event("CertificateConsumed", "{'certificateId':'" + id + "','command':'Purchase'}");
    }

    private BooksTest retired(int quarter, long from, long to) throws UnreadableEvent {
        return event(
                "CertificateRetired", "{'lines':[{'deviceId':'D','intervals':[" + interval(quarter, from, to) + "]}]}");
    }

    private BooksTest post() throws UnreadableEvent {
        books.post(Transaction.of("T", events));
        events.clear();
        return this;
    }

    private Books close() {
        books.close();
        return books;
    }

    @Test
    void findsNothingWrongInIssueSaleAndRetirement() throws UnreadableEvent {
        Books closed = bundle("a", 1, 0, 100, "")
                .bundle("b", 2, 100, 150, "")
                .post()
                .consumed("a")
                .bundle("a1", 1, 0, 40, "'a'")
                .bundle("a2", 1, 40, 100, "'a'")
                .post()
                .consumed("a1")
                .retired(1, 0, 40)
                .post()
                .consumed("b")
                .bundle("b", 2, 100, 150, "'b'")
                .post()
                .close();
        assertThat(closed.overlaps()).isEmpty();
        assertThat(closed.imbalances()).isEmpty();
        assertThat(closed.certificates()).isEqualTo(5);
        assertThat(closed.issuedWh()).containsEntry("D", 150L);
        assertThat(closed.retiredWh()).containsEntry("D", 40L);
    }

    @Test
    void reportsAnIntervalThatWasIssuedTwice() throws UnreadableEvent {
        assertThat(bundle("a", 1, 0, 100, "")
                        .post()
                        .bundle("b", 1, 100, 200, "")
                        .post()
                        .close()
                        .overlaps())
                .singleElement()
                .asString()
                .contains("2026-01-01T01:00:00Z");
    }

    @Test
    void reportsSerialsThatWereIssuedTwice() throws UnreadableEvent {
        assertThat(bundle("a", 1, 0, 100, "")
                        .post()
                        .bundle("b", 2, 99, 150, "")
                        .post()
                        .close()
                        .overlaps())
                .anyMatch(overlap -> overlap.contains("serials 99-150"));
    }

    @Test
    void reportsEnergyThatASaleMakesOrLoses() throws UnreadableEvent {
        bundle("a", 1, 0, 100, "").post();
        assertThat(consumed("a").bundle("a1", 1, 0, 101, "'a'").post().close().imbalances())
                .anyMatch(imbalance -> imbalance.contains("consumes 100 Wh and leaves 101 Wh"));
    }

    @Test
    void reportsACertificateThatIsSpentTwice() throws UnreadableEvent {
        bundle("a", 1, 0, 100, "").post().consumed("a").retired(1, 0, 100).post();
        assertThat(consumed("a").bundle("x", 1, 0, 100, "'a'").post().close().imbalances())
                .anyMatch(imbalance -> imbalance.contains("not alive"));
    }

    @Test
    void reportsSerialsThatMovedToAnotherHour() throws UnreadableEvent {
        bundle("a", 1, 0, 100, "").post();
        assertThat(consumed("a").bundle("a", 3, 0, 100, "'a'").post().close().imbalances())
                .anyMatch(imbalance -> imbalance.contains("were not issued for 2026-01-01T03:00:00Z"));
    }

    @Test
    void namesTheEventThatItCannotRead() {
        assertThatThrownBy(() -> event("CertificateConsumed", "{}").post()).hasMessageContaining("event 1");
    }

    private static Map<DeviceDay, Long> metered(long energyWh) {
        return Map.of(new DeviceDay("D", LocalDate.of(2026, 1, 1)), energyWh);
    }

    @Test
    void reportsEnergyThatNoMeterCounted() throws UnreadableEvent {
        Books closed = bundle("a", 1, 0, 100, "").post().close();
        closed.compareWith(metered(99));
        assertThat(closed.imbalances())
                .singleElement()
                .asString()
                .contains("D on 2026-01-01", "metered 99 Wh, issued 100 Wh");
    }

    @Test
    void reportsEnergyThatWasMeteredAndNeitherIssuedNorOwed() throws UnreadableEvent {
        Books closed = bundle("a", 1, 0, 100, "").post().close();
        closed.compareWith(metered(130));
        assertThat(closed.imbalances()).singleElement().asString().contains("30 Wh metered and not issued");
    }

    @Test
    void lessIsIssuedThanMeteredWhereADebtIsPaidOff() throws UnreadableEvent {
        event("DebtRaised", "{'deviceId':'D','debtWh':30}").post();
        Books closed = bundle("a", 1, 0, 100, "").post().close();
        closed.compareWith(metered(130));
        assertThat(closed.imbalances()).isEmpty();
    }

    @Test
    void whatExpiresOrIsWithdrawnLeavesTheBooksBalanced() throws UnreadableEvent {
        bundle("a", 1, 0, 100, "").bundle("b", 2, 100, 150, "").post();
        consumed("a")
                .event("CertificateExpired", "{'certificateId':'a','deviceId':'D'}")
                .post();
        consumed("b")
                .bundle("b1", 2, 100, 120, "'b'")
                .event("CertificateWithdrawn", "{'certificateId':'b','deviceId':'D'}")
                .post();
        Books closed = close();
        assertThat(closed.imbalances()).isEmpty();
        assertThat(closed.fatesWh())
                .containsEntry(Fate.EXPIRED, 100L)
                .containsEntry(Fate.WITHDRAWN, 30L)
                .containsEntry(Fate.LIVE, 20L);
    }

    /** Quarter hour 2 of one bundle is withdrawn whole; the event says that its time is open again, or that it is not. */
    private BooksTest withdrawn(boolean reopened) throws UnreadableEvent {
        event(
                        "CertificateChanged",
                        "{'certificateId':'a','deviceId':'D','intervals':[" + interval(1, 0, 100) + ","
                                + interval(2, 100, 150) + "],'previous':[]}")
                .post();
        return consumed("a")
                .bundle("a1", 1, 0, 100, "'a'")
                .event(
                        "CertificateWithdrawn",
                        "{'certificateId':'a','deviceId':'D','from':'2026-01-01T02:00:00Z',"
                                + "'until':'2026-01-01T02:15:00Z','reopened':" + reopened + "}")
                .post();
    }

    @Test
    void timeThatWasWithdrawnWholeMayBeIssuedAgain() throws UnreadableEvent {
        Books closed = withdrawn(true).bundle("b", 2, 150, 190, "").post().close();
        closed.compareWith(metered(190));
        assertThat(closed.overlaps()).isEmpty();
        assertThat(closed.imbalances()).isEmpty();
        assertThat(closed.fatesWh()).containsEntry(Fate.WITHDRAWN, 50L).containsEntry(Fate.LIVE, 140L);
    }

    @Test
    void timeThatStaysIssuedAfterAWithdrawalIsAnOverlapWhenIssuedAgain() throws UnreadableEvent {
        assertThat(withdrawn(false).bundle("b", 2, 150, 190, "").post().close().overlaps())
                .singleElement()
                .asString()
                .contains("2026-01-01T02:00:00Z", "overlaps");
    }

    @Test
    void onlyTheWithdrawnTimeIsOpenAndOnlyOnce() throws UnreadableEvent {
        withdrawn(true).bundle("b", 1, 150, 190, "").post();
        assertThat(books.overlaps()).hasSize(1);
        bundle("c", 2, 190, 200, "").post();
        assertThat(books.overlaps()).hasSize(1);
        bundle("d", 2, 200, 210, "").post();
        assertThat(books.overlaps()).hasSize(2);
    }

    @Test
    void serialsOfWithdrawnTimeStayUsed() throws UnreadableEvent {
        assertThat(withdrawn(true).bundle("b", 2, 140, 180, "").post().close().overlaps())
                .anyMatch(overlap -> overlap.contains("serials 140-180"));
    }

    @Test
    void whatChargesAStorageIsStoredAndItsDischargeIsIssued() throws UnreadableEvent {
        bundle("a", 1, 0, 100, "").post();
        consumed("a")
                .event("StorageCharged", "{'certificateId':'a','deviceId':'D'}")
                .post();
        event("StorageDischarged", "{'deviceId':'D','quantityWh':90}")
                .bundle("b", 3, 100, 190, "")
                .post();
        Books closed = close();
        closed.compareWith(metered(190));
        assertThat(closed.imbalances()).isEmpty();
        assertThat(closed.fatesWh()).containsEntry(Fate.STORED, 100L).containsEntry(Fate.LIVE, 90L);
    }

    @Test
    void aRetirementThatIsTakenBackGivesItsEnergyBack() throws UnreadableEvent {
        bundle("a", 1, 0, 100, "").post();
        consumed("a")
                .event(
                        "CertificateRetired",
                        "{'statementNo':'RS-1','lines':[{'deviceId':'D','intervals':[" + interval(1, 0, 100) + "]}]}")
                .post();
        event("RetirementReversed", "{'statementNo':'RS-1'}")
                .bundle("a", 1, 0, 100, "")
                .post();
        Books closed = close();
        assertThat(closed.imbalances()).isEmpty();
        assertThat(closed.overlaps()).isEmpty();
        assertThat(closed.fatesWh()).containsEntry(Fate.RETIRED, 0L).containsEntry(Fate.LIVE, 100L);
    }

    @Test
    void reportsARetirementThatIsTakenBackTwice() throws UnreadableEvent {
        assertThat(event("RetirementReversed", "{'statementNo':'RS-1'}")
                        .post()
                        .close()
                        .imbalances())
                .anyMatch(imbalance -> imbalance.contains("RS-1"));
    }
}
