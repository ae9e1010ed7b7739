package energy.registry.web.adapter.mail;

import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.port.office.Mail;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;

/** One letter a connection, RFC 5321; the text goes as base64 of UTF-8, so that no line of it can mean anything to the server. */
public final class SmtpMail implements Mail {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 10_000;
    /** Lines of one answer: a server has no more to say. */
    private static final int ANSWER_LINES_MAX = 64;

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"@]{1,64}@[^\\s<>\"@]{1,190}");

    private final Optional<MailServer> server;
    private final Clock clock;

    public SmtpMail(Optional<MailServer> server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    @Override
    public boolean available() {
        return server.isPresent();
    }

    @Override
    public Outcome<String> send(String to, String subject, String text) {
        if (server.isEmpty()) {
            return Outcome.refused(Refusal.unavailable("MAIL_IS_OFF", "No mail server is set."));
        }
        if (!ADDRESS.matcher(to).matches()) {
            return Outcome.refused(Refusal.notFound("The address"));
        }
        MailServer at = server.get();
        try (Socket socket = open(at)) {
            Talk talk = new Talk(socket);
            talk.hear(220);
            talk.say("EHLO registry", 250);
            if (!at.user().isEmpty()) {
                String login = '\0' + at.user() + '\0' + at.password();
                talk.say("AUTH PLAIN " + base64(login), 235);
            }
            talk.say("MAIL FROM:<" + at.from() + ">", 250);
            talk.say("RCPT TO:<" + to + ">", 250);
            talk.say("DATA", 354);
            talk.say(letter(at.from(), to, subject, text) + "\r\n.", 250);
            talk.say("QUIT", 221);
            return Outcome.done(to);
        } catch (IOException failed) {
            return Outcome.refused(
                    Refusal.unavailable("MAIL_NOT_SENT", "The mail server did not take it: " + failed.getMessage()));
        }
    }

    private static Socket open(MailServer at) throws IOException {
        Socket socket = at.encrypted() ? SSLSocketFactory.getDefault().createSocket() : new Socket();
        socket.connect(new InetSocketAddress(at.host(), at.port()), CONNECT_MILLIS);
        socket.setSoTimeout(ANSWER_MILLIS);
        return socket;
    }

    private String letter(String from, String to, String subject, String text) {
        String body = Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return String.join(
                "\r\n",
                "From: Renewable Registry <" + from + ">",
                "To: <" + to + ">",
                "Subject: =?UTF-8?B?" + base64(subject.substring(0, Math.min(subject.length(), 120))) + "?=",
                "Date: "
                        + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                clock.instant().atOffset(ZoneOffset.UTC)),
                "Auto-Submitted: auto-generated",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=UTF-8",
                "Content-Transfer-Encoding: base64",
                "",
                body);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The conversation: a line of ours, an answer of theirs. */
    private static final class Talk {
        private final BufferedReader in;
        private final OutputStream out;

        Talk(Socket socket) throws IOException {
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            out = socket.getOutputStream();
        }

        void say(String line, int expected) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            hear(expected);
        }

        void hear(int expected) throws IOException {
            for (int lines = 0; lines < ANSWER_LINES_MAX; lines++) {
                String line = in.readLine();
                if (line == null || line.length() < 3) {
                    throw new IOException("it ended the conversation");
                }
                if (line.length() == 3 || line.charAt(3) == ' ') {
                    if (!line.startsWith(String.valueOf(expected))) {
                        throw new IOException("it answered " + line.substring(0, 3));
                    }
                    return;
                }
            }
            throw new IOException("its answer does not end");
        }
    }
}
