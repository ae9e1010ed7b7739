package energy.registry.ledger.contract;

import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.EndState;
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
        RegistryCommand command = commands.get(0).getValue();
        boolean takesRetirement = !facts.inputs(RetirementState.class).isEmpty();
        return Verdict.firstOf(
                () -> Rule.RETIREMENT_IS_FINAL.holds(
                        !takesRetirement || command instanceof ReverseRetirement, "a retirement is among the inputs"),
                () -> Rule.END_IS_FINAL.holds(
                        facts.inputs(EndState.class).isEmpty(), "an end record is among the inputs"),
                () -> RuleLists.check(command, facts));
    }
}
