package energy.registry.web.config;

import energy.registry.web.adapter.persistence.LedgerProjection;
import energy.registry.web.application.BuyCertificates;
import energy.registry.web.application.RetireCertificates;
import energy.registry.web.application.office.AgreeToRequest;
import energy.registry.web.application.office.CommissionCamera;
import energy.registry.web.application.office.DecideProposal;
import energy.registry.web.application.office.Deliver;
import energy.registry.web.application.office.ExportAudit;
import energy.registry.web.application.office.FourEyes;
import energy.registry.web.application.office.JoinRegistry;
import energy.registry.web.application.office.Journal;
import energy.registry.web.application.office.KeepDocuments;
import energy.registry.web.application.office.KeepSettings;
import energy.registry.web.application.office.ManagePeople;
import energy.registry.web.application.office.ManageWebhooks;
import energy.registry.web.application.office.MeterDesk;
import energy.registry.web.application.office.PerformAct;
import energy.registry.web.application.office.Proposals;
import energy.registry.web.application.office.ReadAttestations;
import energy.registry.web.application.office.ReadFreezes;
import energy.registry.web.application.office.ReadNews;
import energy.registry.web.application.office.ReadProduction;
import energy.registry.web.application.office.ReckonFees;
import energy.registry.web.application.office.RegisterDevice;
import energy.registry.web.application.office.ReviewDevice;
import energy.registry.web.application.office.SendReadings;
import energy.registry.web.application.office.SpreadNews;
import energy.registry.web.port.Accounts;
import energy.registry.web.port.Certificates;
import energy.registry.web.port.Devices;
import energy.registry.web.port.Figures;
import energy.registry.web.port.RequestIds;
import energy.registry.web.port.Retirements;
import energy.registry.web.port.office.Activities;
import energy.registry.web.port.office.Attestations;
import energy.registry.web.port.office.CaseFiles;
import energy.registry.web.port.office.Charges;
import energy.registry.web.port.office.Commands;
import energy.registry.web.port.office.DeviceFiles;
import energy.registry.web.port.office.Directory;
import energy.registry.web.port.office.Documents;
import energy.registry.web.port.office.Mail;
import energy.registry.web.port.office.Messages;
import energy.registry.web.port.office.Outbox;
import energy.registry.web.port.office.Production;
import energy.registry.web.port.office.Questions;
import energy.registry.web.port.office.Signer;
import energy.registry.web.port.office.WebhookCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The offices' use cases with the ports they need. */
@ApplicationScoped
class OfficeUseCases {
    @Produces
    @Singleton
    Journal journal(Activities activities, Messages messages, Clock clock) {
        return new Journal(activities, messages, clock);
    }

    @Produces
    @Singleton
    RegisterDevice registerDevice(
            CaseFiles cases, Documents documents, DeviceFiles devices, Journal journal, Clock clock) {
        return new RegisterDevice(cases, documents, devices, journal, clock);
    }

    @Produces
    @Singleton
    KeepDocuments keepDocuments(CaseFiles cases, Documents documents, RequestIds ids, Journal journal, Clock clock) {
        return new KeepDocuments(cases, documents, ids, journal, clock);
    }

    @Produces
    @Singleton
    ReviewDevice reviewDevice(CaseFiles cases, DeviceFiles devices, Commands commands, Journal journal, Clock clock) {
        return new ReviewDevice(cases, devices, commands, journal, clock);
    }

    @Produces
    @Singleton
    FourEyes fourEyes(CaseFiles cases, Journal journal, Clock clock) {
        return new FourEyes(cases, journal, clock);
    }

    @Produces
    @Singleton
    AgreeToRequest agree(
            CaseFiles cases,
            FourEyes limits,
            BuyCertificates purchases,
            RetireCertificates retirements,
            Journal journal,
            Clock clock) {
        return new AgreeToRequest(cases, limits, purchases, retirements, journal, clock);
    }

    @Produces
    @Singleton
    Proposals proposals(CaseFiles cases, Journal journal, Clock clock) {
        return new Proposals(cases, journal, clock);
    }

    @Produces
    @Singleton
    PerformAct performAct(
            Devices devices,
            Accounts accounts,
            Retirements retirements,
            DeviceFiles files,
            Commands commands,
            Proposals proposals,
            LedgerProjection projection,
            Journal journal,
            Clock clock) {
        return new PerformAct(devices, accounts, retirements, files, commands, proposals, projection, journal, clock);
    }

    @Produces
    @Singleton
    DecideProposal decideProposal(
            CaseFiles cases, Devices devices, PerformAct acts, Commands commands, Journal journal, Clock clock) {
        return new DecideProposal(cases, devices, acts, commands, journal, clock);
    }

    @Produces
    @Singleton
    MeterDesk meterDesk(Devices devices, Questions questions, Journal journal) {
        return new MeterDesk(devices, questions, journal);
    }

    @Produces
    @Singleton
    SendReadings sendReadings(MeterDesk desk) {
        return new SendReadings(desk);
    }

    @Produces
    @Singleton
    ReadFreezes readFreezes(Questions questions) {
        return new ReadFreezes(questions);
    }

    @Produces
    @Singleton
    JoinRegistry joinRegistry(
            CaseFiles cases, Accounts accounts, Commands commands, RequestIds ids, Journal journal, Clock clock) {
        return new JoinRegistry(cases, accounts, commands, ids, journal, clock);
    }

    @Produces
    @Singleton
    ManagePeople managePeople(
            CaseFiles cases, Directory directory, JoinRegistry join, RequestIds ids, Journal journal, Clock clock) {
        return new ManagePeople(cases, directory, join, ids, journal, clock);
    }

    @Produces
    @Singleton
    SpreadNews spreadNews(
            Outbox outbox, CaseFiles cases, Directory directory, Mail mail, WebConfig config, Clock clock) {
        return new SpreadNews(outbox, cases, directory, mail, config.publicBase(), clock);
    }

    @Produces
    @Singleton
    Deliver deliver(Outbox outbox, CaseFiles cases, Mail mail, WebhookCaller caller, Clock clock) {
        return new Deliver(outbox, cases, mail, caller, clock);
    }

    @Produces
    @Singleton
    ManageWebhooks manageWebhooks(
            CaseFiles cases, Outbox outbox, WebhookCaller caller, RequestIds ids, Journal journal, Clock clock) {
        return new ManageWebhooks(cases, outbox, caller, ids, journal, clock);
    }

    @Produces
    @Singleton
    CommissionCamera commissionCamera(Devices devices, Questions questions, Journal journal) {
        return new CommissionCamera(devices, questions, journal);
    }

    @Produces
    @Singleton
    ReadProduction readProduction(Production production) {
        return new ReadProduction(production);
    }

    @Produces
    @Singleton
    ExportAudit exportAudit(Figures figures, Certificates certificates, Signer signer, Journal journal) {
        return new ExportAudit(figures, certificates, signer, journal);
    }

    @Produces
    @Singleton
    ReckonFees reckonFees(CaseFiles cases, Charges charges, Journal journal, Clock clock) {
        return new ReckonFees(cases, charges, journal, clock);
    }

    @Produces
    @Singleton
    KeepSettings keepSettings(CaseFiles cases, Clock clock) {
        return new KeepSettings(cases, clock);
    }

    @Produces
    @Singleton
    ReadAttestations readAttestations(Attestations attestations) {
        return new ReadAttestations(attestations);
    }

    @Produces
    @Singleton
    ReadNews readNews(Messages messages, Activities activities) {
        return new ReadNews(messages, activities);
    }
}
