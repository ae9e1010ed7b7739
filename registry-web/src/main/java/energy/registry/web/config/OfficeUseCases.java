package energy.registry.web.config;

import energy.registry.web.adapter.persistence.LedgerProjection;
import energy.registry.web.application.office.DecideProposal;
import energy.registry.web.application.office.Journal;
import energy.registry.web.application.office.KeepDocuments;
import energy.registry.web.application.office.MeterDesk;
import energy.registry.web.application.office.PerformAct;
import energy.registry.web.application.office.Proposals;
import energy.registry.web.application.office.ReadFreezes;
import energy.registry.web.application.office.ReadNews;
import energy.registry.web.application.office.RegisterDevice;
import energy.registry.web.application.office.ReviewDevice;
import energy.registry.web.port.Accounts;
import energy.registry.web.port.Devices;
import energy.registry.web.port.RequestIds;
import energy.registry.web.port.Retirements;
import energy.registry.web.port.office.Activities;
import energy.registry.web.port.office.CaseFiles;
import energy.registry.web.port.office.Commands;
import energy.registry.web.port.office.DeviceFiles;
import energy.registry.web.port.office.Documents;
import energy.registry.web.port.office.Messages;
import energy.registry.web.port.office.Questions;
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
    ReadFreezes readFreezes(Questions questions) {
        return new ReadFreezes(questions);
    }

    @Produces
    @Singleton
    ReadNews readNews(Messages messages, Activities activities) {
        return new ReadNews(messages, activities);
    }
}
