package energy.registry.ops.audit;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.ops.device.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MoneyBooksTest {
    private final MoneyBooks books = new MoneyBooks();
    private int transactions;

    private static String balance(String account, long amount, long delta, String cause, String joined) {
        return "BalanceChanged {'accountId':'" + account + "','currency':'EUR','amountMinor':" + amount + ",'delta':"
                + delta + ",'cause':'" + cause + "','joined':[" + joined + "]}";
    }

    private static String proceeds(String number, long amount) {
        return "ProceedsReceived {'proceedsId':'" + number + "','accountId':'seller','currency':'EUR','amountMinor':"
                + amount + "}";
    }

    private MoneyBooksTest post(String... events) throws UnreadableEvent {
        String txId = "T" + transactions++;
        List<LedgerEvent> read = new ArrayList<>();
        for (String event : events) {
            int space = event.indexOf(' ');
            read.add(LedgerEvent.read(Json.parse("{\"seq\":1,\"txId\":\"" + txId + "\",\"type\":\""
                            + event.substring(0, space) + "\",\"data\":"
                            + event.substring(space + 1).replace('\'', '"') + "}")
                    .orElseThrow()));
        }
        books.post(Transaction.of(txId, read));
        return this;
    }

    private List<String> found() {
        books.close();
        return books.imbalances();
    }

    @BeforeEach
    void aSale() throws UnreadableEvent {
        post(balance("buyer", 100, 100, "DEPOSIT", ""));
        post(balance("buyer", 70, -30, "PURCHASE", ""), proceeds("PR-1", 30));
    }

    @Test
    void findsNothingWrongInSaleJoiningAndWithdrawal() throws UnreadableEvent {
        post(balance("buyer", 60, -10, "PURCHASE", ""), proceeds("PR-2", 10));
        post(balance("seller", 30, 0, "JOINING", "'PR-1'"));
        post(balance("seller", 5, -35, "WITHDRAWAL", "'PR-2'"));
        assertThat(found()).isEmpty();
        assertThat(books.bookedMinor()).containsEntry("EUR", 65L);
    }

    @Test
    void findsASaleThatMakesMoney() throws UnreadableEvent {
        post(balance("buyer", 60, -10, "PURCHASE", ""), proceeds("PR-2", 11));
        assertThat(found()).anyMatch(line -> line.contains("makes 1 minor units"));
    }

    @Test
    void findsABalanceThatDoesNotFollow() throws UnreadableEvent {
        post(balance("buyer", 61, -10, "PURCHASE", ""), proceeds("PR-2", 10));
        assertThat(found()).anyMatch(line -> line.contains("leaves 61"));
    }

    @Test
    void findsProceedsThatAreJoinedTwiceOrByAnother() throws UnreadableEvent {
        post(balance("seller", 30, 0, "JOINING", "'PR-1'"));
        post(balance("seller", 60, 0, "JOINING", "'PR-1'"));
        assertThat(found()).anyMatch(line -> line.contains("joins PR-1")).anyMatch(line -> line.contains("booked 100"));
    }

    @Test
    void findsProceedsThatAreThereTwice() throws UnreadableEvent {
        post(balance("buyer", 40, -30, "PURCHASE", ""), proceeds("PR-1", 30));
        assertThat(found()).anyMatch(line -> line.contains("PR-1 are there twice"));
    }
}
