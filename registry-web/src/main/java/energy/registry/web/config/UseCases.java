package energy.registry.web.config;

import energy.registry.web.adapter.persistence.LedgerProjection;
import energy.registry.web.application.AccountQueries;
import energy.registry.web.application.AddressBook;
import energy.registry.web.application.BuyCertificates;
import energy.registry.web.application.CertificateQueries;
import energy.registry.web.application.DecideHeldClaim;
import energy.registry.web.application.DeviceQueries;
import energy.registry.web.application.FigureQueries;
import energy.registry.web.application.FillBasket;
import energy.registry.web.application.FollowLedger;
import energy.registry.web.application.HeldClaims;
import energy.registry.web.application.HistoryQueries;
import energy.registry.web.application.MarketQueries;
import energy.registry.web.application.OfferCertificates;
import energy.registry.web.application.OrderCertificates;
import energy.registry.web.application.ProvenanceBundles;
import energy.registry.web.application.RebuildReadModel;
import energy.registry.web.application.RetireCertificates;
import energy.registry.web.application.RetireInBulk;
import energy.registry.web.application.RetirementQueries;
import energy.registry.web.application.ScopeTwoReports;
import energy.registry.web.application.StatementQueries;
import energy.registry.web.application.TransferCertificates;
import energy.registry.web.application.office.FourEyes;
import energy.registry.web.application.office.Journal;
import energy.registry.web.port.Accounts;
import energy.registry.web.port.Baskets;
import energy.registry.web.port.Beneficiaries;
import energy.registry.web.port.BulkRetirements;
import energy.registry.web.port.Certificates;
import energy.registry.web.port.Devices;
import energy.registry.web.port.Figures;
import energy.registry.web.port.Footage;
import energy.registry.web.port.History;
import energy.registry.web.port.Ledger;
import energy.registry.web.port.LedgerFeed;
import energy.registry.web.port.Meters;
import energy.registry.web.port.RequestIds;
import energy.registry.web.port.Retirements;
import energy.registry.web.port.StatementDocument;
import energy.registry.web.port.Transfers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The use cases with the ports they need. */
@ApplicationScoped
class UseCases {
    @Produces
    @Singleton
    DeviceQueries devices(Devices devices) {
        return new DeviceQueries(devices);
    }

    @Produces
    @Singleton
    StatementQueries statements(Devices devices, Meters meters, Footage footage) {
        return new StatementQueries(devices, meters, footage);
    }

    @Produces
    @Singleton
    CertificateQueries certificates(
            Certificates certificates, Devices devices, History history, ProvenanceBundles bundles) {
        return new CertificateQueries(certificates, devices, history, bundles);
    }

    @Produces
    @Singleton
    MarketQueries market(Certificates certificates) {
        return new MarketQueries(certificates);
    }

    @Produces
    @Singleton
    RetirementQueries retirements(Retirements retirements, StatementDocument document, ProvenanceBundles bundles) {
        return new RetirementQueries(retirements, document, bundles);
    }

    @Produces
    @Singleton
    HistoryQueries history(History history, Ledger ledger) {
        return new HistoryQueries(history, ledger);
    }

    @Produces
    @Singleton
    AccountQueries accounts(Accounts accounts) {
        return new AccountQueries(accounts);
    }

    @Produces
    @Singleton
    FigureQueries figures(Figures figures, LedgerProjection projection) {
        return new FigureQueries(figures, projection);
    }

    @Produces
    @Singleton
    HeldClaims held(Meters meters) {
        return new HeldClaims(meters);
    }

    @Produces
    @Singleton
    DecideHeldClaim decide(Meters meters) {
        return new DecideHeldClaim(meters);
    }

    @Produces
    @Singleton
    OfferCertificates offer(
            Certificates certificates, Ledger ledger, LedgerProjection projection, Clock clock, Journal journal) {
        return new OfferCertificates(certificates, ledger, projection, clock, journal);
    }

    @Produces
    @Singleton
    BuyCertificates buy(
            Certificates certificates,
            Accounts accounts,
            Ledger ledger,
            LedgerProjection projection,
            Clock clock,
            FourEyes fourEyes,
            Journal journal) {
        return new BuyCertificates(certificates, accounts, ledger, projection, clock, fourEyes, journal);
    }

    @Produces
    @Singleton
    OrderCertificates order(Certificates certificates, BuyCertificates purchases) {
        return new OrderCertificates(certificates, purchases);
    }

    @Produces
    @Singleton
    FillBasket basket(Baskets baskets, Certificates certificates, Accounts accounts, BuyCertificates purchases) {
        return new FillBasket(baskets, certificates, accounts, purchases);
    }

    @Produces
    @Singleton
    AddressBook addressBook(Beneficiaries beneficiaries, RequestIds ids) {
        return new AddressBook(beneficiaries, ids);
    }

    @Produces
    @Singleton
    TransferCertificates transfers(
            Transfers transfers,
            Certificates certificates,
            Accounts accounts,
            Ledger ledger,
            LedgerProjection projection,
            Clock clock,
            Journal journal) {
        return new TransferCertificates(transfers, certificates, accounts, ledger, projection, clock, journal);
    }

    @Produces
    @Singleton
    RetireCertificates retire(
            Certificates certificates, Ledger ledger, LedgerProjection projection, FourEyes fourEyes, Journal journal) {
        return new RetireCertificates(certificates, ledger, projection, fourEyes, journal);
    }

    @Produces
    @Singleton
    RetireInBulk bulk(
            BulkRetirements bulks,
            Certificates certificates,
            RetireCertificates retirements,
            RequestIds ids,
            Clock clock) {
        return new RetireInBulk(bulks, certificates, retirements, ids, clock);
    }

    @Produces
    @Singleton
    ScopeTwoReports reports(Retirements retirements, StatementDocument document, Clock clock) {
        return new ScopeTwoReports(retirements, document, clock);
    }

    @Produces
    @Singleton
    RebuildReadModel rebuild(LedgerProjection projection) {
        return new RebuildReadModel(projection);
    }

    @Produces
    @Singleton
    FollowLedger follow(LedgerFeed feed, LedgerProjection projection) {
        return new FollowLedger(feed, projection);
    }
}
