package energy.registry.web.adapter.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.web.model.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A letter reaches a real, small mail server over a real connection. */
final class SmtpMailTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-01T10:00:00Z"), ZoneOffset.UTC);

    /** Takes one letter and keeps the conversation; refuses recipients named "full". */
    private static final class SmallServer implements AutoCloseable {
        private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final BlockingQueue<List<String>> conversations = new LinkedBlockingQueue<>();

        SmallServer() throws IOException {
            Thread thread = new Thread(this::serve);
            thread.setDaemon(true);
            thread.start();
        }

        private void serve() {
            List<String> heard = new ArrayList<>();
            try (Socket socket = door.accept()) {
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                answer(socket, "220 small");
                boolean data = false;
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    heard.add(line);
                    if (data) {
                        data = !line.equals(".");
                        if (!data) {
                            answer(socket, "250 taken");
                        }
                    } else if (line.startsWith("EHLO")) {
                        answer(socket, "250-small\r\n250 AUTH PLAIN");
                    } else if (line.startsWith("AUTH")) {
                        answer(socket, "235 in");
                    } else if (line.equals("DATA")) {
                        data = true;
                        answer(socket, "354 go on");
                    } else {
                        answer(
                                socket,
                                line.contains("full@") ? "452 full" : line.equals("QUIT") ? "221 bye" : "250 fine");
                    }
                }
            } catch (IOException ended) {
                heard.add("ended: " + ended.getMessage());
            }
            conversations.add(heard);
        }

        private static void answer(Socket socket, String line) throws IOException {
            socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        List<String> conversation() throws InterruptedException {
            return conversations.poll(10, TimeUnit.SECONDS);
        }

        Optional<MailServer> address() {
            return MailServer.of("smtp://nord:geheim@127.0.0.1:" + door.getLocalPort() + "?from=registry@example.org");
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }

    @Test
    void aLetterArrivesWithItsUmlautsAndNoLineOfItIsACommand() throws Exception {
        try (SmallServer server = new SmallServer()) {
            String text = "Prüfhang ist registriert.\r\n.\r\nQUIT\r\n";
            assertThat(new SmtpMail(server.address(), CLOCK)
                            .send("greta@nord.example", "Prüfhang", text)
                            .isDone())
                    .isTrue();
            List<String> heard = server.conversation();
            assertThat(heard)
                    .contains("AUTH PLAIN "
                            + Base64.getEncoder().encodeToString("\0nord\0geheim".getBytes(StandardCharsets.UTF_8)));
            assertThat(heard).contains("MAIL FROM:<registry@example.org>", "RCPT TO:<greta@nord.example>", ".");
            assertThat(heard)
                    .contains("Subject: =?UTF-8?B?"
                            + Base64.getEncoder().encodeToString("Prüfhang".getBytes(StandardCharsets.UTF_8)) + "?=");
            assertThat(heard).containsOnlyOnce("QUIT").containsOnlyOnce(".");
            String body = String.join("", heard.subList(heard.indexOf("") + 1, heard.indexOf(".")));
            assertThat(new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8))
                    .isEqualTo(text);
        }
    }

    @Test
    void aRefusalOrSilenceIsToldSoThatItIsTriedAgain() throws Exception {
        try (SmallServer server = new SmallServer()) {
            Refusal refusal = new SmtpMail(server.address(), CLOCK)
                    .send("full@nord.example", "s", "t")
                    .whyNot()
                    .orElseThrow();
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
            assertThat(refusal.detail()).contains("452");
        }
        Optional<MailServer> nobody = MailServer.of("smtp://127.0.0.1:1?from=a@b.example");
        assertThat(new SmtpMail(nobody, CLOCK)
                        .send("greta@nord.example", "s", "t")
                        .isDone())
                .isFalse();
    }

    @Test
    void anAddressThatHoldsACommandIsNotSpokenAtAll() {
        Optional<MailServer> nobody = MailServer.of("smtp://127.0.0.1:1?from=a@b.example");
        assertThat(new SmtpMail(nobody, CLOCK)
                        .send("a@b>\r\nRCPT TO:<c@d", "s", "t")
                        .whyNot()
                        .orElseThrow()
                        .kind())
                .isEqualTo(Refusal.Kind.NOT_FOUND);
    }

    @Test
    void aSettingThatIsNoneStopsTheStart() {
        assertThat(MailServer.of("")).isEmpty();
        assertThat(MailServer.of("smtps://mail.example?from=a@b.example")
                        .orElseThrow()
                        .port())
                .isEqualTo(465);
        assertThatThrownBy(() -> MailServer.of("http://mail.example"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("REGISTRY_SMTP_URL");
    }
}
