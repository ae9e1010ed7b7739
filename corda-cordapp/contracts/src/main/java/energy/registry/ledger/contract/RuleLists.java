package energy.registry.ledger.contract;

import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Which rule list each command has. A command that is not here is not known. */
final class RuleLists {
    private static final Map<Class<?>, BiFunction<RegistryCommand, Facts, Verdict>> LISTS = new HashMap<>();

    private static final List<Class<? extends DeviceCommand>> DEVICE_CHANGES =
            Arrays.asList(AmendDevice.class, ChangeDeviceStatus.class, ExchangeMeter.class, HandOverDevice.class);

    static {
        list(FoundRegister.class, (command, facts) -> new FoundRegisterRules(facts).check());
        list(FoundControl.class, (command, facts) -> new ControlRules(facts).founded());
        list(FreezeSubject.class, (command, facts) -> new ControlRules(facts).frozen(command));
        list(LiftFreeze.class, (command, facts) -> new ControlRules(facts).lifted(command));
        list(OpenAccount.class, (command, facts) -> new OpenAccountRules(facts).check());
        list(RegisterDevice.class, (command, facts) -> new RegisterDeviceRules(command, facts).check());
        for (Class<? extends DeviceCommand> change : DEVICE_CHANGES) {
            list(change, (command, facts) -> new DeviceRules(command, facts).check());
        }
        list(Issue.class, (command, facts) -> IssueRules.of(command, facts).check());
        list(Offer.class, (command, facts) -> new OfferRules(command, facts).check());
        list(CancelOffer.class, (command, facts) -> new CancelOfferRules(facts).check());
        list(Purchase.class, (command, facts) -> new PurchaseRules(command, facts).check());
        list(Merge.class, (command, facts) -> new MergeRules(facts).check());
        list(ProposeTransfer.class, (command, facts) -> new TransferRules(facts).proposed(command));
        list(AcceptTransfer.class, (command, facts) -> new TransferRules(facts).accepted());
        list(ReturnTransfer.class, (command, facts) -> new TransferRules(facts).returned(command));
        list(Retire.class, (command, facts) -> new RetireRules(command.getPieces(), facts).check(0));
        list(OpenStorage.class, (command, facts) -> new StorageRules(facts).opened(command));
        list(Charge.class, (command, facts) -> new StorageRules(facts).charged(command));
        list(Discharge.class, (command, facts) -> new StorageRules(facts).discharged(command));
        list(OpenConsumptionPoint.class, (command, facts) -> new ConsumptionRules(facts).opened(command));
        list(RetireForConsumption.class, (command, facts) -> new ConsumptionRules(facts).retired(command));
        list(ReverseRetirement.class, (command, facts) -> new ReverseRules(command, facts).check());
        list(WithdrawCertificates.class, (command, facts) -> new WithdrawRules(command, facts).check());
        list(Correct.class, (command, facts) -> new CorrectRules(command, facts).check());
        list(Expire.class, (command, facts) -> new ExpireRules(command, facts).check());
        list(EnterRegistry.class, (command, facts) -> new ExportRules(facts).entered(command));
        list(Export.class, (command, facts) -> new ExportRules(facts).exported(command));
        list(EndExport.class, (command, facts) -> new ExportRules(facts).ended(command));
        list(Import.class, (command, facts) -> new ImportRules(command, facts).check());
        list(OpenBalance.class, (command, facts) -> new OpenBalanceRules(command, facts).check());
        list(Deposit.class, (command, facts) -> DepositRules.of(command, facts).check());
        list(JoinProceeds.class, (command, facts) -> new JoinProceedsRules(facts).check());
        list(Withdraw.class, (command, facts) -> DepositRules.of(command, facts).check());
    }

    private RuleLists() {}

    private static <C extends RegistryCommand> void list(Class<C> command, BiFunction<C, Facts, Verdict> rules) {
        LISTS.put(command, (given, facts) -> rules.apply(command.cast(given), facts));
    }

    static Verdict check(RegistryCommand command, Facts facts) {
        BiFunction<RegistryCommand, Facts, Verdict> rules = LISTS.get(command.getClass());
        return rules == null
                ? Rule.COMMAND_IS_KNOWN.isBrokenBy(command.getClass().getName())
                : rules.apply(command, facts);
    }
}
