package energy.registry.ledger.attack;

import energy.registry.ledger.contract.Deposit;
import energy.registry.ledger.contract.Withdraw;
import energy.registry.ledger.state.MoneyState;
import energy.registry.ledger.state.SettlementMoney;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.corda.core.identity.Party;

/** What the naive model asks of money: none is made, none is lost, nobody pays or is touched
 * who did not sign, every seller is paid. */
final class MoneyTruth {
    private static final BigDecimal WATT_HOURS_PER_MEGAWATT_HOUR = new BigDecimal(1_000_000);

    void judge(Move move, List<Fates.Sale> sales) {
        Map<String, BigInteger> change = new LinkedHashMap<>();
        Map<String, PublicKey> owners = new LinkedHashMap<>();
        for (SettlementMoney state : move.inputsOf(SettlementMoney.class)) {
            Harm.when(!isAsked(move, state), "money of somebody who was not asked");
            add(change, owners, state, -1);
        }
        for (SettlementMoney state : move.outputsOf(SettlementMoney.class)) {
            Harm.when(state.getAmountMinor() < 0, "a negative balance");
            add(change, owners, state, 1);
        }
        for (Fates.Sale sale : sales) {
            settle(change, owners, sale);
        }
        BigInteger expected = settled(move);
        for (Map.Entry<String, BigInteger> each : change.entrySet()) {
            boolean agents = expected.signum() != 0 && each.getValue().equals(expected);
            Harm.when(
                    each.getValue().signum() != 0 && !agents,
                    "a balance is off by " + each.getValue() + " minor units");
        }
        for (Fates.Sale sale : sales) {
            Harm.when(!move.signers.contains(sale.buyer), "a buyer who did not sign");
        }
    }

    private static boolean isAsked(Move move, SettlementMoney state) {
        return move.signers.contains(state.getOwner())
                || move.signers.contains(state.getAgent().getOwningKey());
    }

    private static void add(
            Map<String, BigInteger> change, Map<String, PublicKey> owners, SettlementMoney state, int sign) {
        String name = name(state.getOwner(), state.getCurrency(), state.getAgent());
        owners.put(name, state.getOwner());
        change.merge(name, BigInteger.valueOf(sign * state.getAmountMinor()), BigInteger::add);
    }

    private static String name(PublicKey owner, String currency, Party agent) {
        return owner.hashCode() + "/" + currency + "/" + agent.getName();
    }

    /** Takes the price off what changed: after all sales nothing must be left over. */
    private static void settle(Map<String, BigInteger> change, Map<String, PublicKey> owners, Fates.Sale sale) {
        BigInteger price = new BigDecimal(sale.terms.getPriceMinorPerMwh())
                .multiply(new BigDecimal(sale.wattHours))
                .divide(WATT_HOURS_PER_MEGAWATT_HOUR, 0, RoundingMode.CEILING)
                .toBigInteger();
        String currency = sale.terms.getCurrency();
        Party agent = sale.terms.getSettlementAgent();
        change.merge(name(sale.seller, currency, agent), price.negate(), BigInteger::add);
        change.merge(name(sale.buyer, currency, agent), price, BigInteger::add);
    }

    /** What the settlement agent pays in or out in his own name, with his own signature. */
    private static BigInteger settled(Move move) {
        boolean agentSigned = move.outputsOf(MoneyState.class).stream()
                .allMatch(state -> move.signers.contains(state.getAgent().getOwningKey()));
        if (agentSigned && move.command() instanceof Deposit) {
            return BigInteger.valueOf(((Deposit) move.command()).getAmountMinor());
        }
        if (agentSigned && move.command() instanceof Withdraw) {
            return BigInteger.valueOf(-((Withdraw) move.command()).getAmountMinor());
        }
        return BigInteger.ZERO;
    }
}
