package energy.registry.web.application;

import energy.registry.web.model.AccountRow;
import energy.registry.web.model.Balance;
import energy.registry.web.model.BulkPiece;
import energy.registry.web.model.CertificateFilter;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.DeviceFilter;
import energy.registry.web.model.DeviceRow;
import energy.registry.web.model.HistoryEntry;
import energy.registry.web.model.HoldingGroup;
import energy.registry.web.model.MarketFilter;
import energy.registry.web.model.Movement;
import energy.registry.web.model.OfferTerms;
import energy.registry.web.model.Slice;
import energy.registry.web.model.TradeRow;
import energy.registry.web.model.TransferRow;
import energy.registry.web.model.Window;
import energy.registry.web.port.Accounts;
import energy.registry.web.port.Certificates;
import energy.registry.web.port.Devices;
import energy.registry.web.port.History;
import energy.registry.web.port.Projection;
import energy.registry.web.port.Transfers;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A registry of one device of windpark-nord with one live and one offered certificate, in memory. */
final class MemoryRegistry {
    static final String DEVICE = "WTG-0001";
    static final String OWNER = "windpark-nord";
    static final String LIVE = "WTG-0001:20260101T0000Z:0-1000000";
    static final String OFFERED = "WTG-0001:20260101T0100Z:1000000-2000000";
    static final String TRANSFER = "TR-1";
    static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

    private final Map<String, CertificateRow> rows = new LinkedHashMap<>();

    MemoryRegistry() {
        rows.put(LIVE, row(LIVE, 0, "ACTIVE", null));
        rows.put(
                OFFERED,
                row(OFFERED, 1_000_000, "OFFERED", new OfferTerms(4_250, "EUR", 1_000, NOW.plusSeconds(3_600))));
    }

    private static CertificateRow row(String id, long from, String status, OfferTerms offer) {
        return new CertificateRow(
                id,
                DEVICE,
                "Nordhang 1",
                "WIND",
                "DE",
                "",
                OWNER,
                "Windpark Nord",
                status,
                from,
                from + 1_000_000,
                NOW,
                NOW.plusSeconds(900),
                List.of(),
                NOW,
                null,
                "c",
                "s",
                "e",
                List.of(),
                "CONSISTENT",
                List.of(),
                offer,
                "tx",
                NOW);
    }

    Certificates certificates() {
        return new Certificates() {
            @Override
            public Slice<CertificateRow> list(CertificateFilter filter, Window window) {
                return new Slice<>(
                        rows.values().stream()
                                .filter(row ->
                                        filter.owner().isEmpty() || row.owner().equals(filter.owner()))
                                .toList(),
                        "");
            }

            @Override
            public Slice<CertificateRow> offered(MarketFilter filter, Window window) {
                return new Slice<>(
                        rows.values().stream()
                                .filter(row -> row.offer() != null)
                                .toList(),
                        "");
            }

            @Override
            public Optional<CertificateRow> find(String certificateId) {
                return Optional.ofNullable(rows.get(certificateId));
            }

            @Override
            public List<CertificateRow> findAll(List<String> ids) {
                return ids.stream().map(rows::get).toList();
            }

            @Override
            public List<HoldingGroup> groups(String owner, String by) {
                return owner.equals(OWNER) ? List.of(new HoldingGroup("2026-01", "", 2, 2_000_000)) : List.of();
            }

            @Override
            public Optional<CertificateRow> holding(String owner, BulkPiece piece) {
                return rows.values().stream()
                        .filter(row -> row.owner().equals(owner) && row.status().equals("ACTIVE"))
                        .filter(row -> row.serialFrom() <= piece.serialFrom() && row.serialTo() >= piece.serialTo())
                        .findFirst();
            }

            @Override
            public List<CertificateRow> receivedIn(String owner, String txId) {
                return rows.values().stream()
                        .filter(row -> row.owner().equals(owner))
                        .toList();
            }

            @Override
            public List<CertificateRow> cutFrom(String owner, String certificateId) {
                return rows.values().stream()
                        .filter(row ->
                                row.owner().equals(owner) && row.previous().contains(certificateId))
                        .toList();
            }
        };
    }

    Devices devices() {
        return new Devices() {
            @Override
            public Slice<DeviceRow> list(DeviceFilter filter, Window window) {
                return new Slice<>(
                        filter.owner().isEmpty() || filter.owner().equals(OWNER) ? List.of(device()) : List.of(), "");
            }

            @Override
            public Optional<DeviceRow> find(String deviceId) {
                return deviceId.equals(DEVICE) ? Optional.of(device()) : Optional.empty();
            }
        };
    }

    private static DeviceRow device() {
        return new DeviceRow(
                DEVICE,
                "Nordhang 1",
                OWNER,
                "Windpark Nord",
                "WIND",
                2_050_000,
                "DE",
                "",
                "",
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                LocalDate.EPOCH,
                "",
                "MTR-0001",
                "",
                "",
                900,
                "REQUIRED",
                List.of(),
                List.of(),
                0,
                "APPROVED",
                "",
                "tx",
                NOW,
                2_000_000);
    }

    Accounts accounts() {
        return new Accounts() {
            @Override
            public Slice<AccountRow> list(Window window) {
                return new Slice<>(List.of(account(OWNER), account("acme")), "");
            }

            @Override
            public Optional<AccountRow> find(String accountId) {
                return Optional.of(account(accountId));
            }

            @Override
            public List<Balance> balances(String accountId) {
                return List.of(new Balance("EUR", 1_000));
            }

            @Override
            public Slice<TradeRow> trades(String accountId, Window window) {
                return Slice.empty();
            }

            @Override
            public Slice<Movement> movements(String accountId, Window window) {
                return new Slice<>(List.of(new Movement(1, accountId, "EUR", 1, 1, "DEPOSIT", NOW, "tx")), "");
            }
        };
    }

    private static AccountRow account(String id) {
        return new AccountRow(id, id, "DE", List.of(), "", NOW, "tx");
    }

    /** One transfer of the owner to acme. */
    Transfers transfers() {
        TransferRow row = new TransferRow(
                TRANSFER,
                OWNER,
                OWNER,
                "acme",
                "acme",
                1_000,
                NOW.plusSeconds(60),
                "",
                "PENDING",
                "",
                NOW,
                null,
                List.of(LIVE),
                "tx");
        return new Transfers() {
            @Override
            public Slice<TransferRow> list(String accountId, Window window) {
                boolean theirs = accountId.isEmpty() || accountId.equals(OWNER) || accountId.equals("acme");
                return theirs ? new Slice<>(List.of(row), "") : Slice.empty();
            }

            @Override
            public Optional<TransferRow> find(String transferId) {
                return transferId.equals(TRANSFER) ? Optional.of(row) : Optional.empty();
            }
        };
    }

    History history() {
        HistoryEntry entry = new HistoryEntry(1, NOW, "tx", "CertificateChanged", LIVE, "It was issued.", Map.of());
        return new History() {
            @Override
            public List<HistoryEntry> ofCertificate(String certificateId) {
                return List.of(entry);
            }

            @Override
            public List<HistoryEntry> ofTransaction(String txId) {
                return List.of(entry);
            }

            @Override
            public Slice<HistoryEntry> all(Window window) {
                return new Slice<>(List.of(entry), "");
            }
        };
    }

    Projection projection() {
        return new Projection() {
            @Override
            public long lastSeq() {
                return 1;
            }

            @Override
            public boolean awaitTransaction(String txId, Duration patience) {
                return true;
            }

            @Override
            public void rebuild() {
                rows.clear();
            }
        };
    }

    boolean emptied() {
        return rows.isEmpty();
    }
}
