package energy.registry.ledger.contract;

import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.RetirementState;
import java.util.List;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.Contract;
import net.corda.core.transactions.LedgerTransaction;

/** The law of the registry. It only finds the command's rule list; the rules stand there. */
public final class RegistryContract implements Contract {
    public static final String ID = RegistryContract.class.getName();

    @Override
    public void verify(LedgerTransaction tx) {
        Verdict verdict = verdictOn(tx);
        if (!verdict.isValid()) {
            throw new IllegalArgumentException(verdict.toString());
        }
    }

    /** The verdict as a value, for whoever asks before signing. */
    public static Verdict verdictOn(LedgerTransaction tx) {
        List<Command<RegistryCommand>> commands = tx.commandsOfType(RegistryCommand.class);
        if (commands.size() != 1 || tx.getCommands().size() != 1) {
            return Rule.COMMAND_IS_KNOWN.isBrokenBy(tx.getCommands().size() + " commands");
        }
        Facts facts = new Facts(tx);
        return Verdict.firstOf(
                () -> Rule.RETIREMENT_IS_FINAL.holds(
                        facts.inputs(RetirementState.class).isEmpty(), "a retirement is among the inputs"),
                () -> dispatch(commands.get(0).getValue(), facts));
    }

    private static Verdict dispatch(RegistryCommand command, Facts facts) {
        if (command instanceof Issue) {
            return new IssueRules((Issue) command, facts).check();
        } else if (command instanceof Purchase) {
            return new PurchaseRules((Purchase) command, facts).check();
        } else if (command instanceof Offer) {
            return new OfferRules((Offer) command, facts).check();
        } else if (command instanceof CancelOffer) {
            return new CancelOfferRules(facts).check();
        } else if (command instanceof Retire) {
            return new RetireRules((Retire) command, facts).check();
        } else if (command instanceof Deposit) {
            return DepositRules.of((Deposit) command, facts).check();
        } else if (command instanceof Withdraw) {
            return DepositRules.of((Withdraw) command, facts).check();
        } else if (command instanceof DeviceCommand) {
            return new DeviceRules((DeviceCommand) command, facts).check();
        } else if (command instanceof RegisterDevice) {
            return new RegisterDeviceRules((RegisterDevice) command, facts).check();
        } else if (command instanceof OpenAccount) {
            return new OpenAccountRules(facts).check();
        } else if (command instanceof FoundRegister) {
            return new FoundRegisterRules(facts).check();
        }
        return Rule.COMMAND_IS_KNOWN.isBrokenBy(command.getClass().getName());
    }
}
