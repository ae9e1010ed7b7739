package energy.registry.web.application.office;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.web.application.Registry;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Role;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.Act;
import energy.registry.web.model.office.ActSubject;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.CaseStatus;
import energy.registry.web.model.office.Remark;
import energy.registry.web.model.office.Service;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Guided acts: who may, who decides, and what is sent. */
final class PerformActTest {
    private static final Actor GRETA = new Actor("greta", "windpark-nord", Set.of(Role.GENERATOR));
    private static final Actor SAM = new Actor("sam", "solarfeld-sued", Set.of(Role.GENERATOR));
    private static final Actor IDA = new Actor("ida", "issuing-body", Set.of(Role.ISSUING_BODY));
    private static final Actor RITA = new Actor("rita", "regulator", Set.of(Role.REGULATOR));
    private static final String DEVICE = "WTG-0001";
    private static final String REASON = "The old meter failed on Monday.";

    private final MemoryOffice office = new MemoryOffice();
    private final Registry registry = new Registry();
    private final Proposals proposals = new Proposals(office.cases, office.journal, office.clock);
    private final PerformAct acts = new PerformAct(
            registry.devices(),
            registry.accounts(),
            registry.retirements(),
            office,
            office,
            proposals,
            registry.projection(),
            office.journal,
            office.clock);
    private final DecideProposal decide =
            new DecideProposal(office.cases, registry.devices(), acts, office, office.journal, office.clock);

    private static Map<String, String> exchange() {
        return new HashMap<>(Map.of(
                "at",
                "2026-01-31T12:00",
                "closingRegisterWh",
                "1000",
                "meterMaker",
                "Maker",
                "meterSerial",
                "S-2",
                "openingRegisterWh",
                "0",
                "meterKey",
                WindApplication.pem(),
                "reason",
                REASON));
    }

    private Outcome<PerformAct.Result> perform(Actor actor, String slug, String subject, Map<String, String> values) {
        return acts.perform(actor, ActBook.find(slug).orElseThrow(), subject, values, "r1");
    }

    @Test
    void theIssuingBodysWordIsEnoughToSuspend() {
        Outcome<PerformAct.Result> done = perform(IDA, "suspend", DEVICE, Map.of("reason", REASON));
        assertThat(done.result().orElseThrow().waiting()).isFalse();
        assertThat(office.paths).containsExactly("LEDGER /v1/devices/WTG-0001/status");
        assertThat(office.bodies.get(0))
                .containsEntry("action", "SUSPEND")
                .containsEntry("actor", "ida")
                .containsEntry("reason", REASON);
        assertThat(office.messagesTo("windpark-nord").items()).hasSize(1);
        assertThat(office.log).extracting("act").containsExactly("suspend");
    }

    @Test
    void aMeterExchangeIsProposedThenDoneOnLedgerAndAtTheDoor() {
        assertThat(perform(GRETA, "meter-exchange", DEVICE, exchange())
                        .result()
                        .orElseThrow()
                        .waiting())
                .isTrue();
        assertThat(office.paths).isEmpty();
        CaseFile proposal = decide.list(IDA, true, Window.first(9)).items().get(0);
        assertThat(decide.mayDecide(GRETA, proposal)).isFalse();
        assertThat(decide.mayDecide(RITA, proposal)).isFalse();
        assertThat(decide.decide(IDA, proposal.id(), true, "Seen on site.")
                        .result()
                        .orElseThrow()
                        .status())
                .isEqualTo(CaseStatus.APPROVED);
        assertThat(office.paths)
                .containsExactly("LEDGER /v1/meters/MTR-0001/exchange", "METERS /v1/meters/MTR-0001/exchange");
        assertThat(office.bodies.get(0))
                .containsEntry("closingRegisterWh", 1_000L)
                .containsEntry("at", "2026-01-31T12:00:00Z");
        assertThat(decide.decide(IDA, proposal.id(), true, "Once more, please.")
                        .whyNot()
                        .orElseThrow()
                        .rule())
                .isEqualTo("PROPOSAL_DECIDED");
    }

    @Test
    void aWithdrawalNeedsTheRegulatorsApprovalOnItsNode() {
        Map<String, String> values = Map.of("start", "2026-01-31T12:00", "end", "2026-01-31T13:00", "reason", REASON);
        perform(IDA, "withdraw", DEVICE, values);
        CaseFile proposal = decide.list(RITA, true, Window.first(9)).items().get(0);
        assertThat(decide.decide(IDA, proposal.id(), true, REASON)
                        .whyNot()
                        .orElseThrow()
                        .rule())
                .isEqualTo("SECOND_PERSON_NEEDED");
        assertThat(decide.decide(RITA, proposal.id(), true, REASON).isDone()).isTrue();
        assertThat(office.paths).containsExactly("LEDGER /v1/approvals", "LEDGER /v1/withdrawals-of-certificates");
        assertThat(office.bodies.get(0))
                .containsEntry("subject", "MTR-0001:2026-01-31T12:00:00Z/2026-01-31T13:00:00Z")
                .containsEntry("act", "WITHDRAW");
        assertThat(office.bodies.get(1)).containsEntry("meterId", "MTR-0001").containsEntry("actor", "ida");
    }

    @Test
    void aRefusalLeavesTheProposalOpen() {
        perform(GRETA, "meter-exchange", DEVICE, exchange());
        CaseFile proposal = decide.list(IDA, true, Window.first(9)).items().get(0);
        office.refusal = Refusal.conflict("REGISTER_CONTINUES", "The closing register lies below the last one.");
        assertThat(decide.decide(IDA, proposal.id(), true, REASON).isDone()).isFalse();
        assertThat(decide.find(IDA, proposal.id()).orElseThrow().status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void anAmendmentSendsTheWholeDeviceWithWhatChanges() {
        office.devices.put(DEVICE, Map.of("deviceId", DEVICE, "name", "Nordhang 1", "capacityW", 2_050_000));
        Map<String, String> values =
                Map.of("device.name", "Nordhang I", "effectiveFrom", "2026-02-01T00:00", "reason", REASON);
        perform(IDA, "amend", DEVICE, values);
        assertThat(office.bodies.get(0).get("device"))
                .isEqualTo(Map.of("deviceId", DEVICE, "name", "Nordhang I", "capacityW", 2_050_000));
    }

    @Test
    void aForeignDeviceLooksLikeNone() {
        Refusal foreign = perform(SAM, "attest", DEVICE, Map.of("true", "yes", "reason", REASON))
                .whyNot()
                .orElseThrow();
        Refusal none = perform(SAM, "attest", "WTG-9999", Map.of("true", "yes", "reason", REASON))
                .whyNot()
                .orElseThrow();
        assertThat(foreign.kind()).isEqualTo(none.kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(perform(GRETA, "suspend", DEVICE, Map.of("reason", REASON))
                        .whyNot()
                        .orElseThrow()
                        .kind())
                .isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(office.paths).isEmpty();
    }

    @Test
    void everyActHasASlugOfItsOwnAReasonAndAPath() {
        Set<String> slugs = new HashSet<>();
        for (Act act : ActBook.all()) {
            assertThat(slugs.add(act.slug())).as(act.slug()).isTrue();
            assertThat(act.fields()).as(act.slug()).extracting("name").contains("reason");
            assertThat(act.path()).as(act.slug()).startsWith("/v1/");
            assertThat(act.services()).as(act.slug()).isNotEmpty();
            assertThat(acts.remarks(act, Map.of()))
                    .as(act.slug())
                    .extracting(Remark::field)
                    .contains("reason");
        }
        assertThat(PerformAct.offered(GRETA, ActSubject.DEVICE))
                .extracting(Act::slug)
                .contains("attest", "meter-exchange")
                .doesNotContain("suspend", "withdraw");
        assertThat(ActBook.find("enrol-key").orElseThrow().services()).containsExactly(Service.METERS);
    }

    @Test
    void aKeyIsEnrolledForTheDeviceItIsAskedFor() {
        Map<String, String> values = Map.of(
                "subject.type",
                "CAMERA",
                "subject.id",
                "CAM-0002",
                "key",
                WindApplication.pem(),
                "validFrom",
                "2026-02-01T00:00",
                "reason",
                REASON);
        perform(GRETA, "enrol-key", DEVICE, values);
        assertThat(office.bodies.get(0).get("subject"))
                .isEqualTo(Map.of("type", "CAMERA", "id", "CAM-0002", "deviceId", DEVICE));
    }
}
