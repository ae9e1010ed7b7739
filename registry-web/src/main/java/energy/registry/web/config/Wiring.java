package energy.registry.web.config;

import energy.registry.web.adapter.document.PdfStatement;
import energy.registry.web.adapter.http.ServiceDoor;
import energy.registry.web.adapter.identity.OidcSettings;
import energy.registry.web.adapter.ingest.HttpMeters;
import energy.registry.web.adapter.ingest.VisionFootage;
import energy.registry.web.adapter.ledger.GatewayFeed;
import energy.registry.web.adapter.ledger.GatewayLedger;
import energy.registry.web.adapter.ledger.KeyFile;
import energy.registry.web.adapter.ledger.LedgerWords;
import energy.registry.web.adapter.ledger.ProvenanceAssembly;
import energy.registry.web.adapter.persistence.AccountStore;
import energy.registry.web.adapter.persistence.BasketStore;
import energy.registry.web.adapter.persistence.BeneficiaryStore;
import energy.registry.web.adapter.persistence.BulkStore;
import energy.registry.web.adapter.persistence.CertificateStore;
import energy.registry.web.adapter.persistence.Database;
import energy.registry.web.adapter.persistence.DeviceStore;
import energy.registry.web.adapter.persistence.FigureStore;
import energy.registry.web.adapter.persistence.HistoryStore;
import energy.registry.web.adapter.persistence.LedgerProjection;
import energy.registry.web.adapter.persistence.ReplyStore;
import energy.registry.web.adapter.persistence.RetirementStore;
import energy.registry.web.adapter.persistence.TransferStore;
import energy.registry.web.application.ProvenanceBundles;
import energy.registry.web.port.Accounts;
import energy.registry.web.port.Baskets;
import energy.registry.web.port.Beneficiaries;
import energy.registry.web.port.BulkRetirements;
import energy.registry.web.port.Certificates;
import energy.registry.web.port.Devices;
import energy.registry.web.port.Figures;
import energy.registry.web.port.Footage;
import energy.registry.web.port.History;
import energy.registry.web.port.KeptReplies;
import energy.registry.web.port.Ledger;
import energy.registry.web.port.LedgerFeed;
import energy.registry.web.port.Meters;
import energy.registry.web.port.PublishedKeys;
import energy.registry.web.port.RequestIds;
import energy.registry.web.port.Retirements;
import energy.registry.web.port.StatementDocument;
import energy.registry.web.port.Transfers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Which adapter stands behind each port. */
@ApplicationScoped
class Wiring {
    /** One thread for what nobody waits for; it ends when it has had nothing to do for a while. */
    private static final Executor BEHIND =
            new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                Thread thread = new Thread(task, "figures");
                thread.setDaemon(true);
                return thread;
            });

    @PersistenceUnit(unitName = "registry")
    private EntityManagerFactory entities;

    @Produces
    @Singleton
    WebConfig config() {
        return WebConfig.of(System.getenv());
    }

    @Produces
    @Singleton
    OidcSettings oidc(WebConfig config) {
        return new OidcSettings(config.issuer(), config.publicBase());
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    RequestIds requestIds() {
        return () -> UUID.randomUUID().toString();
    }

    @Produces
    @Singleton
    Database database() {
        return new Database(entities);
    }

    @Produces
    @Singleton
    LedgerProjection projection(Database database, Clock clock) {
        return new LedgerProjection(database, clock);
    }

    @Produces
    @Singleton
    Certificates certificates(Database database, Clock clock) {
        return new CertificateStore(database, clock);
    }

    @Produces
    @Singleton
    KeptReplies replies(Database database, Clock clock) {
        return new ReplyStore(database, clock);
    }

    @Produces
    @Singleton
    Devices devices(Database database) {
        return new DeviceStore(database);
    }

    @Produces
    @Singleton
    Accounts accounts(Database database) {
        return new AccountStore(database);
    }

    @Produces
    @Singleton
    Retirements retirements(Database database) {
        return new RetirementStore(database);
    }

    @Produces
    @Singleton
    Transfers transfers(Database database) {
        return new TransferStore(database);
    }

    @Produces
    @Singleton
    Baskets baskets(Database database, Clock clock) {
        return new BasketStore(database, clock);
    }

    @Produces
    @Singleton
    Beneficiaries beneficiaries(Database database, Clock clock) {
        return new BeneficiaryStore(database, clock);
    }

    @Produces
    @Singleton
    BulkRetirements bulks(Database database) {
        return new BulkStore(database);
    }

    @Produces
    @Singleton
    History history(Database database) {
        return new HistoryStore(database);
    }

    @Produces
    @Singleton
    Figures figures(Database database) {
        return new FigureStore(database, BEHIND);
    }

    @Produces
    @Singleton
    Ledger ledger(WebConfig config) {
        return new GatewayLedger(
                new ServiceDoor("ledger gateway", config.gateway(), config.serviceToken(), LedgerWords::explained));
    }

    @Produces
    @Singleton
    LedgerFeed feed(WebConfig config) {
        return new GatewayFeed(new ServiceDoor("ledger gateway", config.gateway(), config.serviceToken()));
    }

    @Produces
    @Singleton
    Meters meters(WebConfig config) {
        return new HttpMeters(new ServiceDoor("meter service", config.ingest(), config.serviceToken()));
    }

    @Produces
    @Singleton
    Footage footage(WebConfig config) {
        return new VisionFootage(new ServiceDoor("camera service", config.vision(), config.serviceToken()));
    }

    @Produces
    @Singleton
    PublishedKeys keys(WebConfig config) {
        return new KeyFile(config.data().resolve("keys").resolve("published.json"));
    }

    @Produces
    @Singleton
    ProvenanceBundles bundles(Ledger ledger, Meters meters, PublishedKeys keys, Retirements retirements) {
        return new ProvenanceAssembly(ledger, meters, keys, retirements);
    }

    @Produces
    @Singleton
    StatementDocument document(WebConfig config) {
        return new PdfStatement(config.publicBase());
    }
}
