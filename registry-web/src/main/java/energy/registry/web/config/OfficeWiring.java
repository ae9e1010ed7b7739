package energy.registry.web.config;

import energy.registry.web.adapter.document.OfficeKey;
import energy.registry.web.adapter.http.AdminDoor;
import energy.registry.web.adapter.http.OutsideDoor;
import energy.registry.web.adapter.http.ServiceDoor;
import energy.registry.web.adapter.ledger.LedgerWords;
import energy.registry.web.adapter.mail.SmtpMail;
import energy.registry.web.adapter.people.KeycloakDirectory;
import energy.registry.web.adapter.persistence.Database;
import energy.registry.web.adapter.persistence.office.ActivityStore;
import energy.registry.web.adapter.persistence.office.AttestationStore;
import energy.registry.web.adapter.persistence.office.CaseStore;
import energy.registry.web.adapter.persistence.office.ChargeStore;
import energy.registry.web.adapter.persistence.office.DeviceFileStore;
import energy.registry.web.adapter.persistence.office.DocumentStore;
import energy.registry.web.adapter.persistence.office.MessageStore;
import energy.registry.web.adapter.persistence.office.OutboxStore;
import energy.registry.web.adapter.persistence.office.ProductionStore;
import energy.registry.web.adapter.service.ServiceCommands;
import energy.registry.web.adapter.service.ServiceQuestions;
import energy.registry.web.adapter.service.SignedCaller;
import energy.registry.web.model.office.Service;
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
import java.util.Map;

/** Which adapter stands behind each port of the offices. */
@ApplicationScoped
class OfficeWiring {
    @Produces
    @Singleton
    CaseFiles cases(Database database) {
        return new CaseStore(database);
    }

    @Produces
    @Singleton
    Documents documents(Database database) {
        return new DocumentStore(database);
    }

    @Produces
    @Singleton
    Activities activities(Database database) {
        return new ActivityStore(database);
    }

    @Produces
    @Singleton
    Messages messages(Database database) {
        return new MessageStore(database);
    }

    @Produces
    @Singleton
    DeviceFiles deviceFiles(Database database) {
        return new DeviceFileStore(database);
    }

    @Produces
    @Singleton
    Commands commands(WebConfig config) {
        return new ServiceCommands(doors(config));
    }

    @Produces
    @Singleton
    Questions questions(WebConfig config) {
        return new ServiceQuestions(doors(config));
    }

    @Produces
    @Singleton
    Directory directory(WebConfig config, Clock clock) {
        return new KeycloakDirectory(new AdminDoor(config.issuer(), "registry-people", config.peopleSecret(), clock));
    }

    @Produces
    @Singleton
    Outbox outbox(Database database) {
        return new OutboxStore(database);
    }

    @Produces
    @Singleton
    Mail mail(WebConfig config, Clock clock) {
        return new SmtpMail(config.mailServer(), clock);
    }

    @Produces
    @Singleton
    WebhookCaller webhookCaller(WebConfig config) {
        return new SignedCaller(new OutsideDoor(), config.localWebhooks());
    }

    @Produces
    @Singleton
    Production production(Database database) {
        return new ProductionStore(database);
    }

    @Produces
    @Singleton
    Charges charges(Database database) {
        return new ChargeStore(database);
    }

    @Produces
    @Singleton
    Attestations attestations(Database database) {
        return new AttestationStore(database);
    }

    @Produces
    @Singleton
    Signer signer(WebConfig config) {
        return new OfficeKey(config.data().resolve("keys"));
    }

    private static Map<Service, ServiceDoor> doors(WebConfig config) {
        return Map.of(
                Service.LEDGER,
                        new ServiceDoor(
                                "ledger gateway", config.gateway(), config.serviceToken(), LedgerWords::explained),
                Service.METERS, new ServiceDoor("meter service", config.ingest(), config.serviceToken()),
                Service.CAMERAS, new ServiceDoor("camera service", config.vision(), config.serviceToken()));
    }
}
