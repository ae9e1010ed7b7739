package energy.registry.web.adapter.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import energy.registry.web.adapter.http.OutsideDoor;
import energy.registry.web.model.Outcome;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks are signed, and never lead inside. */
final class SignedCallerTest {
    private static final Instant AT = Instant.ofEpochSecond(1_769_900_000L);

    @Test
    void theReceiverCanCheckTheSignature() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        AtomicReference<String> seen = new AtomicReference<>();
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String timestamp = exchange.getRequestHeaders().getFirst("X-Registry-Timestamp");
            boolean fits = ("v1=" + SignedCaller.signature("secret", timestamp + "." + body))
                    .equals(exchange.getRequestHeaders().getFirst("X-Registry-Signature"));
            seen.set(timestamp + " " + fits + " " + body);
            exchange.sendResponseHeaders(body.contains("redirect") ? 302 : 204, -1);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
            SignedCaller caller = new SignedCaller(new OutsideDoor(), true);
            assertThat(caller.call(address, "secret", AT, "{\"seq\":1}")).isEqualTo(Outcome.done(204));
            assertThat(seen.get()).isEqualTo("1769900000 true {\"seq\":1}");
            assertThat(caller.call(address, "secret", AT, "redirect").isDone())
                    .as("a redirect is no arrival")
                    .isFalse();
            assertThat(new SignedCaller(new OutsideDoor(), false)
                            .call(address, "secret", AT, "{}")
                            .isDone())
                    .isFalse();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theSignatureIsThatOfTheStandard() {
        // RFC 4231, test case 2
        assertThat(SignedCaller.signature("Jefe", "what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/",
                "https://127.0.0.1/",
                "https://10.1.2.3/",
                "https://[::1]/",
                "https://169.254.169.254/latest",
                "https://[fd00::1]/",
                "https://0.0.0.0/"
            })
    void anAddressInsideIsNeverCalled(String address) {
        assertThat(new SignedCaller(new OutsideDoor(), false).objection(address))
                .isNotEmpty();
    }
}
