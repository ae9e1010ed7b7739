package energy.registry.web.config;

import energy.registry.web.application.office.Journal;
import energy.registry.web.application.office.KeepDocuments;
import energy.registry.web.application.office.ReadNews;
import energy.registry.web.application.office.RegisterDevice;
import energy.registry.web.application.office.ReviewDevice;
import energy.registry.web.port.RequestIds;
import energy.registry.web.port.office.Activities;
import energy.registry.web.port.office.CaseFiles;
import energy.registry.web.port.office.Commands;
import energy.registry.web.port.office.DeviceFiles;
import energy.registry.web.port.office.Documents;
import energy.registry.web.port.office.Messages;
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
    ReadNews readNews(Messages messages, Activities activities) {
        return new ReadNews(messages, activities);
    }
}
