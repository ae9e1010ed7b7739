package energy.registry.ledger.contract;

import static energy.registry.ledger.contract.Draft.BUYER;
import static java.util.Collections.emptyList;
import static java.util.Collections.singletonList;
import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.merkle.SparseMerkleTree;
import energy.registry.fixture.Keypair;
import java.util.List;
import java.util.function.Function;
import net.corda.core.utilities.OpaqueBytes;
import org.junit.jupiter.api.Test;

/** What the ledger keeps of an order beside its effect: under which request it came, whose it was and why. */
class CommandTest {
    private static final byte[] BYTES = {1, 2, 3};
    private static final byte[] METER_KEY = Keypair.fresh().key().encoded();
    private static final List<SerialRange> PIECES = singletonList(new SerialRange(5, 9));
    private static final ExchangeMeter EXCHANGE =
            new ExchangeMeter("r", "ida", "worn", 900, 1_800, BYTES, 5, "N-1", "Twin", METER_KEY, emptyList());
    private static final Correct CORRECTION = new Correct("r", "ida", "audit", "MTR-1", 900, 1_800, 5_000);
    private static final WithdrawCertificates WITHDRAWAL =
            new WithdrawCertificates("r", "ida", "wrong factor", "C-1", BYTES, 900, 1_800);

    private static void isOfRequest(RegistryCommand... commands) {
        for (RegistryCommand command : commands) {
            assertThat(command.getRequestId())
                    .as(command.getClass().getSimpleName())
                    .isEqualTo("r");
        }
    }

    @Test
    void eachCommandNamesTheRequestThatItAnswers() {
        isOfRequest(
                new FoundRegister("r"),
                new FoundControl("r"),
                new OpenAccount("r"),
                new CancelOffer("r"),
                new Merge("r"),
                new JoinProceeds("r"),
                new Expire("r"),
                new Offer("r", PIECES.get(0)),
                new Retire("r", PIECES),
                new RetireForConsumption("r", PIECES, BYTES),
                new Purchase("r", BUYER.getPublicKey(), PIECES),
                new Issue("r", singletonList(new OpaqueBytes(BYTES)), 7),
                new Discharge("r", BYTES, 7),
                new OpenBalance("r", "acme", "EUR"));
    }

    private static <C extends RegistryCommand> void says(C command, Function<C, String> field, String expected) {
        assertThat(field.apply(command)).as(command.getClass().getSimpleName()).isEqualTo(expected);
        isOfRequest(command);
    }

    @Test
    void whatAUserOrdersNamesHim() {
        says(new AcceptTransfer("r", "bruno"), AcceptTransfer::getActor, "bruno");
        says(new ProposeTransfer("r", PIECES, "bruno"), ProposeTransfer::getActor, "bruno");
        says(new ReturnTransfer("r", TransferOutcome.REJECTED, "bruno", "why"), ReturnTransfer::getActor, "bruno");
        says(new Charge("r", PIECES, "bruno"), Charge::getActor, "bruno");
        says(new Export("r", PIECES, "bruno"), Export::getActor, "bruno");
        says(new EndExport("r", "ida", BYTES), EndExport::getActor, "ida");
        says(new EnterRegistry("r", "ida", "why"), EnterRegistry::getActor, "ida");
        says(new Import("r", "ida", "why", BYTES), Import::getActor, "ida");
        says(new OpenStorage("r", "ida", "why"), OpenStorage::getActor, "ida");
        says(new OpenConsumptionPoint("r", "ida", "why", emptyList()), OpenConsumptionPoint::getActor, "ida");
        says(new RegisterDevice("r", "ida", "why", emptyList()), RegisterDevice::getActor, "ida");
        says(new FreezeSubject("r", "rita", BYTES), FreezeSubject::getActor, "rita");
        says(new LiftFreeze("r", "FR-1", "rita", "why"), LiftFreeze::getActor, "rita");
        says(new ReverseRetirement("r", "bruno", "why", "T-1"), ReverseRetirement::getActor, "bruno");
        says(new Deposit("r", "acme", "EUR", 5, "ida", "bank"), Deposit::getActor, "ida");
        says(new Withdraw("r", "acme", "EUR", 5, "ida", "bank"), Withdraw::getActor, "ida");
        says(CORRECTION, Correct::getActor, "ida");
        says(WITHDRAWAL, WithdrawCertificates::getActor, "ida");
    }

    @Test
    void anOrderOfAnAuthoritySaysWhy() {
        says(new ReturnTransfer("r", TransferOutcome.RECALLED, "greta", "late"), ReturnTransfer::getReason, "late");
        says(new Import("r", "ida", "transfer", BYTES), Import::getReason, "transfer");
        says(new RegisterDevice("r", "ida", "approved", emptyList()), RegisterDevice::getReason, "approved");
        says(new Deposit("r", "acme", "EUR", 5, "ida", "bank"), Deposit::getReason, "bank");
        says(new Withdraw("r", "acme", "EUR", 5, "ida", "bank"), Withdraw::getReason, "bank");
        says(CORRECTION, Correct::getReason, "audit");
        says(WITHDRAWAL, WithdrawCertificates::getReason, "wrong factor");
        says(WITHDRAWAL, WithdrawCertificates::getCaseNo, "C-1");
    }

    private static void isOrdered(DeviceCommand command, String reason) {
        isOfRequest(command);
        assertThat(command.getActor()).isEqualTo("ida");
        assertThat(command.getReason()).isEqualTo(reason);
    }

    @Test
    void aChangeOfADeviceNamesWhoOrderedItAndWhy() {
        isOrdered(new AmendDevice("r", "ida", "new blades", 900, emptyList()), "new blades");
        isOrdered(new ChangeDeviceStatus("r", "ida", "audit", DeviceAction.SUSPEND, 0), "audit");
        isOrdered(new HandOverDevice("r", "ida", "sold", 900), "sold");
        isOrdered(EXCHANGE, "worn");
    }

    @Test
    void anExchangeNamesTheNewMeter() {
        assertThat(EXCHANGE.getMeterSerial()).isEqualTo("N-1");
        assertThat(EXCHANGE.getMeterMaker()).isEqualTo("Twin");
        assertThat(EXCHANGE.getMeterKey()).isEqualTo(METER_KEY);
    }

    @Test
    void aProofOfAbsenceTravelsAsItsSiblings() {
        SparseMerkleTree tree = new SparseMerkleTree();
        tree.add(Digest.sha(BYTES));
        AbsenceEvidence evidence = AbsenceEvidence.of(tree.absenceOf(Digest.sha(METER_KEY)));
        AbsenceEvidence arrived = new AbsenceEvidence(evidence.getSiblings());
        assertThat(arrived.proof().proves(Digest.sha(METER_KEY), tree.root())).isTrue();
    }
}
